import type { StaffingExpert, StaffingInstance, StaffingSession } from '../../src/engines/staffing/types.ts';

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

/**
 * An exam season: sessions of 3 to 6 seats over the days, experts with one or two competences, free on half the days,
 * a fifth of them chiefs; every session's college and a partner enterprise are in conflict.
 */
export function season(sessions: number, experts: number, seed: number, competences = 12): StaffingInstance {
  const next = chance(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const days = 60;
  const orgs = Math.max(20, experts >> 4);
  const people: StaffingExpert[] = Array.from({ length: experts }, (_, k) => ({
    id: k,
    org: whole(orgs),
    competences: next() < 0.3 ? [whole(competences), whole(competences)] : [whole(competences)],
    chief: next() < 0.25,
    days: Array.from({ length: days }, (_, d) => d).filter(() => next() < 0.7),
    maxLoad: 2 + whole(4),
    x: whole(500),
    y: whole(400),
  }));
  const list: StaffingSession[] = Array.from({ length: sessions }, (_, k) => ({
    id: k,
    competence: Math.floor(competences * next() ** 1.3),
    day: whole(days),
    n: 3 + whole(4),
    conflictOrgs: [whole(orgs), whole(orgs)],
    x: whole(500),
    y: whole(400),
  }));
  const weights = { unfilledMember: 100_000, unfilledChief: 150_000, load: 60, km: 1 };
  return { experts: people, sessions: list, weights, rule: 'cost' };
}
