import { describe, expect, it } from 'vitest';
import { place } from '../place.ts';
import { makeInstance, numbers } from '../testing/make-instance.ts';
import type { PlacementSnapshot } from '../types.ts';
import { verifyPlacement } from '../verify/verify-placement.ts';

const seed = new Uint8Array(32);
const rules = { rule: 'student-optimal', explain: false } as const;

/** Most placed first, then the least sum of ranks, in the plainest way: one number, less is better. */
function costOf(snapshot: PlacementSnapshot, assignment: Record<string, string | number | null>): number {
  return snapshot.students.reduce((sum, { id, ranks }) => {
    const got = assignment[String(id)];
    const at = got == null ? -1 : ranks.indexOf(got);
    return sum + (at < 0 ? (ranks.length > 0 ? 1000 : 0) : at + 1);
  }, 0);
}

/** Every order in which places below their minimum may close, tried by whole runs without minimums. */
function leastByTrying(snapshot: PlacementSnapshot): number {
  let least = Number.POSITIVE_INFINITY;
  const seen = new Set<string>();
  const visit = (closed: ReadonlySet<unknown>): void => {
    const key = [...closed].sort().join();
    if (seen.has(key)) return;
    seen.add(key);
    const open = {
      ...snapshot,
      places: snapshot.places.map(({ minimum: _, ...p }) => (closed.has(p.id) ? { ...p, capacity: 0 } : p)),
    };
    const { assignment, cutoffs } = place(open, rules, seed);
    const below = snapshot.places.filter(({ id, minimum = 0 }) => {
      const had = cutoffs[String(id)]?.placed ?? 0;
      return had > 0 && had < minimum;
    });
    if (below.length === 0) least = Math.min(least, costOf(snapshot, assignment));
    for (const { id } of below) visit(new Set([...closed, id]));
  };
  visit(new Set());
  return least;
}

const instances = (count: number) =>
  Array.from({ length: count }, (_, k) => {
    const random = numbers(k + 1);
    const made = makeInstance({ students: 6 + (k % 9), places: 3 + (k % 5), capacity: 4 }, k);
    for (const p of made.places) p.minimum = Math.floor(random() * 4);
    return made;
  });

describe('the best closing', () => {
  it('is what trying every order gives, or better by opening again, and says so', () => {
    let better = 0;
    for (const instance of instances(120)) {
      const result = place(instance, rules, seed);
      const least = leastByTrying(instance);
      const cost = costOf(instance, result.assignment);
      expect(cost).toBeLessThanOrEqual(least);
      if (cost < least) better++;
      expect(verifyPlacement(instance, rules, seed, result)).toEqual([]);
      const { closing, placed } = result.certificate;
      expect(closing === undefined).toBe(result.closed.length === 0);
      if (closing) {
        expect(closing.proven).toBe(true);
        expect(placed).toBeLessThanOrEqual(closing.bound);
      }
    }
    // opening a closed place again reaches what no order of closing does, but seldom
    expect(better).toBeLessThan(12);
  });

  it('is not claimed where it is not searched for: wider limits, other rules', () => {
    for (let k = 0; k < 40; k++) {
      const made = makeInstance({ students: 12, places: 5, employers: 2, capacity: 4 }, k);
      for (const p of made.places) p.minimum = 3;
      const { certificate, closed } = place(made, rules, seed);
      if (closed.length > 0) expect(certificate.closing?.proven).toBe(false);
    }
  });
});
