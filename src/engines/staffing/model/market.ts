import type { Id, Role, StaffingInstance } from '../types.ts';

export const ROLES: readonly Role[] = ['chief', 'member', 'employer'];
export const CHIEF = 1;
export const MEMBER = 2;
export const EMPLOYER = 4;

/**
 * The instance in dense numbers. A *pair* is an expert who may sit in a session; pairs of session s are
 * `pairFirst[s] … pairFirst[s + 1] − 1`, in order of the experts. A *place* is an expert on one day. A *demand* is
 * the seats of one kind in one session. Roles are bits: 1 chief, 2 member, 4 employers' representative.
 */
export interface Market {
  instance: StaffingInstance;
  experts: number;
  sessions: number;
  expertOf: Map<string, number>;
  sessionOf: Map<string, number>;
  maxLoad: Int32Array;
  /** −1: none told. */
  org: Int32Array;
  orgNames: Id[];
  pairFirst: Int32Array;
  pairExpert: Int32Array;
  pairPlace: Int32Array;
  pairKm: Int32Array;
  /** Roles open to the pair. */
  pairRoles: Uint8Array;
  placeExpert: Int32Array;
  placeDay: Int32Array;
  days: Id[];
  /** On how many days there is any session for the expert. */
  expertDays: Int32Array;
  demandSession: Int32Array;
  demandRole: Uint8Array;
  demandNeed: Int32Array;
}

/** Whole kilometres, half up; 0 where a position is not told. */
function distance(a: { x?: number; y?: number }, b: { x?: number; y?: number }): number {
  if (a.x === undefined || a.y === undefined || b.x === undefined || b.y === undefined) return 0;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.floor(Math.sqrt(dx * dx + dy * dy) + 0.5);
}

export function buildMarket(instance: StaffingInstance): Market {
  const { experts, sessions } = instance;
  const numbers = () => {
    const map = new Map<string, number>();
    return (id: Id) => {
      const key = String(id);
      const known = map.get(key);
      if (known !== undefined) return known;
      map.set(key, map.size);
      return map.size - 1;
    };
  };
  const dayOf = numbers();
  const competenceOf = numbers();
  const orgOf = numbers();
  const days: Id[] = [];
  const sessionDay = Int32Array.from(sessions, (s) => {
    const d = dayOf(s.day);
    days[d] ??= s.day;
    return d;
  });
  const sessionCompetence = Int32Array.from(sessions, (s) => competenceOf(s.competence));
  const dayCount = days.length;
  const competenceCount = sessionCompetence.reduce((most, c) => Math.max(most, c + 1), 0);
  const orgNames: Id[] = [];
  const org = Int32Array.from(experts, (e) => {
    if (e.org === undefined) return -1;
    const o = orgOf(e.org);
    orgNames[o] ??= e.org;
    return o;
  });
  const expertOf = new Map(experts.map((e, k) => [String(e.id), k]));
  const sessionOf = new Map(sessions.map((s, k) => [String(s.id), k]));

  // who may come on a day with a competence, conflicts apart
  const free: (number[] | undefined)[] = new Array(competenceCount * dayCount);
  for (let s = 0; s < sessions.length; s++) free[sessionCompetence[s]! * dayCount + sessionDay[s]!] ??= [];
  experts.forEach((e, k) => {
    if (e.maxLoad === 0) return;
    const competences = [...new Set(e.competences.map(competenceOf))].filter((c) => c < competenceCount);
    if (competences.length === 0) return;
    const on = e.days.map(dayOf).filter((d) => d < dayCount);
    for (const c of competences)
      for (const d of on) {
        const list = free[c * dayCount + d];
        // a day told twice is one day
        if (list && list[list.length - 1] !== k) list.push(k);
      }
  });

  const pairFirst = new Int32Array(sessions.length + 1);
  const most = sessions.reduce(
    (sum, _, s) => sum + free[sessionCompetence[s]! * dayCount + sessionDay[s]!]!.length,
    0,
  );
  const pairExpert = new Int32Array(most);
  const pairKm = new Int32Array(most);
  const pairPlace = new Int32Array(most);
  const pairRoles = new Uint8Array(most);
  let pairs = 0;
  const placeOf = new Int32Array(experts.length * dayCount).fill(-1);
  const placeExpert: number[] = [];
  const placeDay: number[] = [];
  const expertDays = new Int32Array(experts.length);
  // who may lead somewhere may lead everywhere unless it is said where
  const leads = experts.map((e) => (e.leads ? new Set(e.leads.map(competenceOf)) : null));
  const roles = Uint8Array.from(experts, (e) => MEMBER | (e.chief ? CHIEF : 0) | (e.employer ? EMPLOYER : 0));
  sessions.forEach((s, k) => {
    const orgs = new Set((s.conflictOrgs ?? []).map((id) => orgOf(id)));
    const persons = new Set((s.conflictExperts ?? []).map((id) => expertOf.get(String(id)) ?? -1));
    const d = sessionDay[k]!;
    for (const e of free[sessionCompetence[k]! * dayCount + d]!) {
      if (orgs.size > 0 && orgs.has(org[e]!)) continue;
      if (persons.size > 0 && persons.has(e)) continue;
      let place = placeOf[e * dayCount + d]!;
      if (place < 0) {
        place = placeExpert.length;
        placeOf[e * dayCount + d] = place;
        placeExpert.push(e);
        placeDay.push(d);
        expertDays[e]! += 1;
      }
      pairExpert[pairs] = e;
      pairPlace[pairs] = place;
      pairKm[pairs] = distance(experts[e]!, s);
      pairRoles[pairs++] = leads[e] && !leads[e].has(sessionCompetence[k]!) ? roles[e]! & ~CHIEF : roles[e]!;
    }
    pairFirst[k + 1] = pairs;
  });

  const demands: [number, number, number][] = [];
  sessions.forEach((s, k) => {
    demands.push([k, CHIEF, 1]);
    if (s.n > 1) demands.push([k, MEMBER, s.n - 1]);
    if (s.employers) demands.push([k, EMPLOYER, s.employers]);
  });
  return {
    instance,
    experts: experts.length,
    sessions: sessions.length,
    expertOf,
    sessionOf,
    maxLoad: Int32Array.from(experts, (e) => e.maxLoad),
    org,
    orgNames,
    pairFirst,
    pairExpert: pairExpert.subarray(0, pairs),
    pairPlace: pairPlace.subarray(0, pairs),
    pairKm: pairKm.subarray(0, pairs),
    pairRoles: pairRoles.subarray(0, pairs),
    placeExpert: Int32Array.from(placeExpert),
    placeDay: Int32Array.from(placeDay),
    days,
    expertDays,
    demandSession: Int32Array.from(demands, (d) => d[0]),
    demandRole: Uint8Array.from(demands, (d) => d[1]),
    demandNeed: Int32Array.from(demands, (d) => d[2]),
  };
}
