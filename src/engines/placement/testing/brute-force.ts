import type { PlacementSnapshot } from '../types.ts';

/** Tier of an id in a list with ties, or -1. */
const tierIn = (list: readonly unknown[], id: unknown): number =>
  list.findIndex((entry) => (Array.isArray(entry) ? entry : [entry]).includes(id));

/**
 * All weakly stable placements of a tiny instance by trying everything: places with orders, perhaps employers with
 * capacity and order (SPA-S); no quotas, minimums, pins. Written from the definition of Abraham, Irving and Manlove.
 * @returns place index per student (-1: none).
 */
export function allStable(snapshot: PlacementSnapshot): number[][] {
  return allPlacements(snapshot).filter((at) => isStable(snapshot, at));
}

/** Every placement within capacities and acceptability. */
export function allPlacements(snapshot: PlacementSnapshot): number[][] {
  const { students, places, employers } = snapshot;
  const out: number[][] = [];
  const at = students.map(() => -1);
  const fits = () => {
    for (const [k, p] of places.entries()) if (at.filter((x) => x === k).length > p.capacity) return false;
    for (const e of employers ?? [])
      if (at.filter((x) => x >= 0 && places[x]!.employer === e.id).length > e.capacity) return false;
    return true;
  };
  const put = (s: number): void => {
    if (s === students.length) {
      out.push([...at]);
      return;
    }
    put(s + 1);
    places.forEach((p, k) => {
      if (tierIn(students[s]!.ranks, p.id) < 0 || classOf(snapshot, s, k) < 0) return;
      at[s] = k;
      if (fits()) put(s + 1);
      at[s] = -1;
    });
  };
  put(0);
  return out;
}

function classOf(snapshot: PlacementSnapshot, s: number, k: number): number {
  const place = snapshot.places[k]!;
  const order = place.order ?? snapshot.employers?.find((e) => e.id === place.employer)?.order ?? [];
  return tierIn(order, snapshot.students[s]!.id);
}

export function isStable(snapshot: PlacementSnapshot, at: readonly number[]): boolean {
  const { students, places, employers } = snapshot;
  for (const [s, student] of students.entries())
    for (const [k, place] of places.entries()) {
      const mine = at[s]! < 0 ? Number.POSITIVE_INFINITY : tierIn(student.ranks, places[at[s]!]!.id);
      const wish = tierIn(student.ranks, place.id);
      const rank = classOf(snapshot, s, k);
      if (wish < 0 || wish >= mine || rank < 0) continue;
      const here = at.flatMap((x, t) => (x === k ? [t] : []));
      const better = (others: number[]) => others.some((t) => classOf(snapshot, t, at[t]!) > rank);
      if (here.length >= place.capacity) {
        if (better(here)) return false;
        continue;
      }
      const employer = employers?.find((e) => e.id === place.employer);
      if (!employer) return false;
      const there = at.flatMap((x, t) => (x >= 0 && places[x]!.employer === employer.id ? [t] : []));
      if (there.length < employer.capacity || there.includes(s) || better(there)) return false;
    }
  return true;
}

/** Tier a student gets in a placement; worse than any place when none. */
export function tierGot(snapshot: PlacementSnapshot, at: readonly number[], s: number): number {
  return at[s]! < 0
    ? Number.POSITIVE_INFINITY
    : tierIn(snapshot.students[s]!.ranks, snapshot.places[at[s]!]!.id);
}
