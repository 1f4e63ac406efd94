import { describe, expect, it } from 'vitest';
import { type PlacementSnapshot, place, type Rule, verifyPlacement } from './index.ts';
import { allPlacements, allStable, isStable, tierGot } from './testing/brute-force.ts';
import { makeInstance, type Shape } from './testing/make-instance.ts';

const seed = Buffer.from('a seed of tests');
const at = (instance: PlacementSnapshot, assignment: Record<string, unknown>) =>
  instance.students.map((s) => instance.places.findIndex((p) => p.id === assignment[String(s.id)]));
const size = (placement: number[]) => placement.filter((p) => p >= 0).length;

function* cases(count: number, shape: (k: number) => Shape): Generator<PlacementSnapshot> {
  for (let k = 0; k < count; k++) yield makeInstance(shape(k), k);
}
const small = (k: number): Shape => ({ students: 2 + (k % 5), places: 2 + (k % 3) });
const employers = (k: number): Shape => ({ ...small(k), employers: 1 + (k % 3) });
const tied = (k: number): Shape => ({ ...small(k), ties: 0.5, studentTies: k % 2 ? 0.5 : 0 });

describe('placement against everything there is', () => {
  it.each([
    ['places', small],
    ['employers over places', employers],
  ])('student-optimal and place-optimal are the two ends of all stable placements: %s', (_, shape) => {
    for (const instance of cases(120, shape)) {
      const stable = allStable(instance);
      const best = at(instance, place(instance, { rule: 'student-optimal' }, seed).assignment);
      const worst = at(instance, place(instance, { rule: 'place-optimal' }, seed).assignment);
      expect(isStable(instance, best)).toBe(true);
      expect(isStable(instance, worst)).toBe(true);
      for (const other of stable)
        for (const s of instance.students.keys()) {
          expect(tierGot(instance, best, s)).toBeLessThanOrEqual(tierGot(instance, other, s));
          expect(tierGot(instance, worst, s)).toBeGreaterThanOrEqual(tierGot(instance, other, s));
        }
    }
  });

  it('place-more seats the most any stable placement can, and says so only when it is so', () => {
    for (const instance of cases(150, tied)) {
      const result = place(instance, { rule: 'place-more' }, seed);
      const placement = at(instance, result.assignment);
      expect(isStable(instance, placement)).toBe(true);
      expect(size(placement)).toBe(Math.max(...allStable(instance).map(size)));
      expect(result.certificate.most?.proven).toBe(true);
    }
  });

  it('place-more over employers stays stable and keeps two thirds of the most', () => {
    for (const instance of cases(80, (k) => ({ ...employers(k), ties: 0.5, studentTies: k % 2 ? 0.4 : 0 }))) {
      const result = place(instance, { rule: 'place-more' }, seed);
      const placement = at(instance, result.assignment);
      const most = Math.max(...allStable(instance).map(size));
      expect(isStable(instance, placement)).toBe(true);
      expect(3 * size(placement)).toBeGreaterThanOrEqual(2 * most);
      if (result.certificate.most?.proven) expect(size(placement)).toBe(most);
    }
  });

  it('best-ranks places the most, and among these with the least sum of ranks', () => {
    for (const instance of cases(80, (k) => (k % 2 ? { ...tied(k), employers: 2 } : tied(k)))) {
      const placement = at(instance, place(instance, { rule: 'best-ranks' }, seed).assignment);
      const cost = (x: number[]) =>
        x.reduce((sum, p, s) => sum + (p < 0 ? 0 : tierGot(instance, x, s) + 1), 0);
      const all = allPlacements(instance);
      const most = Math.max(...all.map(size));
      expect(size(placement)).toBe(most);
      expect(cost(placement)).toBe(Math.min(...all.filter((x) => size(x) === most).map(cost)));
    }
  });

  it('says itself whether it is stable, as the definition does, under every rule', () => {
    for (const rule of ['student-optimal', 'place-optimal', 'place-more', 'best-ranks'] as Rule[])
      for (const instance of cases(40, (k) => (k % 2 ? { ...tied(k), employers: 2 } : tied(k)))) {
        const result = place(instance, { rule }, seed);
        expect(result.stable).toBe(isStable(instance, at(instance, result.assignment)));
        expect(verifyPlacement(instance, { rule }, seed, result)).toEqual([]);
      }
  });
});

describe('textbook cases', () => {
  it('Gale and Shapley 1962, three and three: each side gets its wish under its own rule', () => {
    const instance: PlacementSnapshot = {
      students: [
        { id: 'α', ranks: ['A', 'B', 'C'] },
        { id: 'β', ranks: ['B', 'C', 'A'] },
        { id: 'γ', ranks: ['C', 'A', 'B'] },
      ],
      places: [
        { id: 'A', capacity: 1, order: ['β', 'γ', 'α'] },
        { id: 'B', capacity: 1, order: ['γ', 'α', 'β'] },
        { id: 'C', capacity: 1, order: ['α', 'β', 'γ'] },
      ],
    };
    expect({ ...place(instance, { rule: 'student-optimal' }, seed).assignment }).toEqual({
      α: 'A',
      β: 'B',
      γ: 'C',
    });
    expect({ ...place(instance, { rule: 'place-optimal' }, seed).assignment }).toEqual({
      α: 'C',
      β: 'A',
      γ: 'B',
    });
  });

  it('ids come back as they came, also awkward ones; empty lists are legal', () => {
    const instance: PlacementSnapshot = {
      students: [
        { id: 7, ranks: ['7', '__proto__'] },
        { id: '__proto__', ranks: ['__proto__'] },
        { id: 'nobody', ranks: [] },
      ],
      places: [
        { id: '7', capacity: 0, order: [7] },
        { id: '__proto__', capacity: 2, order: ['__proto__', 7] },
      ],
    };
    const result = place(instance, { rule: 'student-optimal' }, seed);
    expect(JSON.parse(JSON.stringify(result)).assignment).toEqual(
      JSON.parse('{"7":"__proto__","__proto__":"__proto__","nobody":null}'),
    );
    expect(
      verifyPlacement(instance, { rule: 'student-optimal' }, seed, JSON.parse(JSON.stringify(result))),
    ).toEqual([]);
    const nothing = place({ students: [], places: [] }, { rule: 'best-ranks' }, seed);
    expect(nothing.stable).toBe(true);
  });
});
