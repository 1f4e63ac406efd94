import type { PlacementSnapshot } from '../../src/engines/placement/index.ts';
import { numbers } from '../../src/engines/placement/testing/make-instance.ts';
import type { Big } from './yardstick.ts';

/** The yardstick instance as a snapshot with text ids and strict orders. */
export function strictSnapshot(big: Big): PlacementSnapshot {
  const orders: string[][] = Array.from({ length: big.m }, () => []);
  for (let e = 0; e < big.to.length; e++) orders[big.to[e]!]![big.rank[e]!] = `s${big.owner[e]}`;
  return {
    students: Array.from({ length: big.n }, (_, s) => ({
      id: `s${s}`,
      ranks: Array.from(big.to.subarray(s * big.L, (s + 1) * big.L), (p) => `p${p}`),
    })),
    places: Array.from({ length: big.m }, (_, p) => ({
      id: `p${p}`,
      capacity: big.capacity[p]!,
      order: orders[p]!,
    })),
  };
}

/** A tight market: exactly as many seats as students, and K classes of priority at every place. */
export function tightSnapshot(big: Big, classes: number): PlacementSnapshot {
  const strict = strictSnapshot(big);
  let spare = strict.places.reduce((sum, p) => sum + p.capacity, 0) - big.n;
  for (let p = 0; spare !== 0; p = (p + 1) % big.m) {
    const place = strict.places[p]!;
    if (spare > 0 && place.capacity > 1) {
      place.capacity--;
      spare--;
    } else if (spare < 0) {
      place.capacity++;
      spare++;
    }
  }
  for (const place of strict.places) {
    const list = place.order as string[];
    const size = Math.ceil(list.length / classes);
    place.order = Array.from({ length: Math.ceil(list.length / size) }, (_, k) =>
      list.slice(k * size, (k + 1) * size),
    );
  }
  return strict;
}

/** A whole region with all that the rules know: classes and lottery, employers, quotas, minimums, agreed pairs. */
export function regionSnapshot(big: Big, seed: number): PlacementSnapshot {
  const random = numbers(seed);
  const base = strictSnapshot(big);
  const minimums = [1, 1, 1, 1, 1, 2, 2, 2, 3, 5];
  return {
    students: base.students.map((s) => ({
      ...s,
      ranks: s.ranks,
      classes: s.ranks.map(() => [
        random() < 0.02 ? 0 : 1,
        0,
        Math.floor(4 * random()),
        Math.floor(5 * random()),
      ]),
      college: `c${Math.floor(45 * random())}`,
    })),
    places: base.places.map(({ id, capacity }, k) => {
      const minimum = minimums[Math.floor(10 * random())]!;
      return {
        id,
        capacity,
        ...(minimum > 1 ? { minimum: Math.min(minimum, capacity) } : {}),
        employer: `e${k % 500}`,
      };
    }),
    employers: Array.from({ length: 500 }, (_, k) => ({ id: `e${k}`, capacity: 10 + (k % 9) })),
    quotas: Array.from({ length: 100 }, (_, k) => ({
      kind: k % 2 ? ('reserve' as const) : ('ceiling' as const),
      seats: 1 + (k % 3),
      place: `p${k * 7}`,
      college: `c${k % 45}`,
    })),
    pinned: Array.from({ length: 60 }, (_, k): [string, string] => [`s${k * 50}`, `p${k * 11 + 3}`]).filter(
      ([, p]) => base.places[Number(p.slice(1))]!.capacity > 1,
    ),
  };
}
