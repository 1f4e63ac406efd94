import { createHmac } from 'node:crypto';
import type { Id, PlacementRules, PlacementSnapshot, PlacementStudent, Ranking } from '../types.ts';

/** One possible pair, read straight from the snapshot. */
export interface Pair {
  student: number;
  place: number;
  /** Student's tier; class at the place and at its capped employer. Smaller is better. */
  tier: number;
  atPlace: number;
  atEmployer: number;
}

/** The snapshot as the verifier reads it: its own maps, nothing of the solver's. */
export interface Reading {
  snapshot: PlacementSnapshot;
  /** Acceptable pairs of each student, best first. */
  wishes: Pair[][];
  /** All ranked places with tiers, acceptable or not. */
  ranked: Map<number, number>[];
  student: Map<string, number>;
  place: Map<string, number>;
  employerOf: number[];
  pinned: Map<number, number>;
  ticket: string[];
}

const tiersOf = (ranking: Ranking): Map<string, number> => {
  const tiers = new Map<string, number>();
  let tier = 0;
  for (const entry of ranking) {
    const ids = Array.isArray(entry) ? entry : [entry];
    // an empty inner list holds no tier
    if (ids.length === 0) continue;
    for (const id of ids) tiers.set(String(id), tier);
    tier++;
  }
  return tiers;
};
const numbered = (list: { id: Id }[]): Map<string, number> => new Map(list.map((x, k) => [String(x.id), k]));

export function readForVerify(snapshot: PlacementSnapshot, rules: PlacementRules, seed: Uint8Array): Reading {
  const student = numbered(snapshot.students);
  const place = numbered(snapshot.places);
  const employer = numbered(snapshot.employers ?? []);
  const employerOf = snapshot.places.map((p) =>
    p.employer === undefined ? -1 : (employer.get(String(p.employer)) ?? -1),
  );
  const placeOrder = snapshot.places.map((p) => (p.order ? tiersOf(p.order) : null));
  const employerOrder = (snapshot.employers ?? []).map((e) => (e.order ? tiersOf(e.order) : null));
  const pinned = new Map(
    (snapshot.pinned ?? []).map(([s, p]) => [student.get(String(s))!, place.get(String(p))!]),
  );
  const label = rules.label ?? 'rostok-placement/1';
  const ticket = snapshot.students.map((s) => {
    const hex = createHmac('sha256', seed).update(`${label}\n${s.id}`).digest('hex');
    return rules.reversedLottery
      ? [...hex].map((c) => (15 - Number.parseInt(c, 16)).toString(16)).join('')
      : hex;
  });
  const ranked: Map<number, number>[] = [];
  const wishes = snapshot.students.map((s, i) => {
    const own: Pair[] = [];
    const all = new Map<number, number>();
    let tier = 0;
    let k = 0;
    for (const entry of s.ranks) {
      const ids = Array.isArray(entry) ? entry : [entry];
      if (ids.length === 0) continue;
      for (const id of ids) {
        const p = place.get(String(id))!;
        all.set(p, tier);
        const pair = judge(s, i, p, tier, s.classes?.[k++]);
        if (pair && !pinned.has(i)) own.push(pair);
      }
      tier++;
    }
    ranked.push(all);
    return own;
  });
  return { snapshot, wishes, ranked, student, place, employerOf, pinned, ticket };

  function judge(
    s: PlacementStudent,
    i: number,
    p: number,
    tier: number,
    classes: readonly number[] | undefined,
  ): Pair | null {
    const takes = snapshot.places[p]!.programmes;
    if (takes && (s.programme === undefined || !takes.includes(s.programme))) return null;
    const e = employerOf[p]!;
    const byEmployer = e >= 0 ? employerOrder[e]! : null;
    const byPlace = placeOrder[p] ?? byEmployer;
    const id = String(s.id);
    const atPlace = byPlace
      ? byPlace.get(id)
      : [0, 1, 2, 3].reduce((sum, c) => sum * 128 + (classes?.[c] ?? 0), 0);
    const atEmployer = byEmployer ? byEmployer.get(id) : atPlace;
    if (atPlace === undefined || atEmployer === undefined) return null;
    return { student: i, place: p, tier, atPlace, atEmployer };
  }
}
