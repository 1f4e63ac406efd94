import type { StaffingExpert, StaffingInstance, StaffingSession } from '../types.ts';

/** Numbers from 0 to 1 of a seed (mulberry32). */
export function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface SeasonSize {
  experts: number;
  sessions: number;
  days?: number;
  competences?: number;
  /** Seats of a session, at most. */
  seats?: number;
  onePerOrg?: boolean;
  employers?: boolean;
  scores?: boolean;
  /** Some chiefs may lead in some of their competences only. */
  leads?: boolean;
}

/** A small season of exams, tight enough to leave seats empty now and then. */
export function smallSeason(seed: number, size: SeasonSize): StaffingInstance {
  const next = chance(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const days = size.days ?? 3;
  const competences = size.competences ?? 2;
  const experts: StaffingExpert[] = Array.from({ length: size.experts }, (_, k) => ({
    id: k % 2 ? `э${k}` : k,
    org: `о${whole(3)}`,
    competences: Array.from({ length: competences }, (_, c) => c).filter(() => next() < 0.7),
    chief: next() < 0.4,
    employer: next() < 0.4,
    days: Array.from({ length: days }, (_, d) => d).filter(() => next() < 0.8),
    maxLoad: whole(4),
    x: whole(60),
    y: whole(60),
  }));
  const sessions: StaffingSession[] = Array.from({ length: size.sessions }, (_, k) => ({
    id: `с${k}`,
    competence: whole(competences),
    day: whole(days),
    n: 1 + whole(size.seats ?? 3),
    ...(size.employers ? { employers: whole(2) } : {}),
    conflictOrgs: next() < 0.3 ? [`о${whole(3)}`] : [],
    ...(next() < 0.3 && size.experts > 0 ? { conflictExperts: [experts[whole(size.experts)]!.id] } : {}),
    ...(size.onePerOrg ? { onePerOrg: next() < 0.7 } : {}),
    x: whole(60),
    y: whole(60),
  }));
  const weights = {
    unfilledMember: next() < 0.2 ? 40 : 1000,
    unfilledChief: 1500,
    load: whole(30),
    km: next() < 0.3 ? 0.5 : 1,
  };
  if (size.leads)
    for (const expert of experts)
      if (next() < 0.6) expert.leads = expert.competences.filter(() => next() < 0.5);
  if (!size.scores) return { experts, sessions, weights, rule: 'cost' };
  const scores = sessions.flatMap((s) =>
    experts.map((e) => ({ expert: e.id, session: s.id, score: whole(100) / 100 })),
  );
  return { experts, sessions, weights, rule: 'max-min-score', scores };
}
