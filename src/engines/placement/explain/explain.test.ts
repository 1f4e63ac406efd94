import { describe, expect, it } from 'vitest';
import {
  applyChange,
  counterfactual,
  explain,
  holders,
  type Id,
  type PlacementSnapshot,
  type Rule,
  runPlacement,
} from '../index.ts';
import { makeInstance } from '../testing/make-instance.ts';

const seed = Buffer.from('why');
const tier = (instance: PlacementSnapshot, id: string, place: Id | null | undefined): number => {
  const ranks = instance.students.find((s) => String(s.id) === id)!.ranks;
  const k = ranks.findIndex((r) => (Array.isArray(r) ? r : [r]).includes(place as Id));
  return place == null ? 1e9 : k;
};

/** Applies every change promised and runs again. Gives how many were promised. */
function promises(instance: PlacementSnapshot, rule: Rule): { kept: number; minimal: number; none: number } {
  const run = runPlacement(instance, { rule }, seed);
  let kept = 0;
  let minimal = 0;
  let none = 0;
  for (const [id, list] of Object.entries(run.result.refusals))
    for (const refusal of list) {
      if (!refusal.change) {
        none++;
        expect(['notAcceptable', 'total']).toContain(refusal.reason);
        continue;
      }
      const again = (change: typeof refusal.change) =>
        runPlacement(applyChange(run.market, instance, id, change!), { rule, explain: false }, seed).result
          .assignment[id];
      expect(tier(instance, id, again(refusal.change)), JSON.stringify(refusal)).toBeLessThanOrEqual(
        tier(instance, id, refusal.place),
      );
      kept++;
      // one position lower would not have done
      if (refusal.change.kind !== 'position' || rule !== 'student-optimal') continue;
      const lower = { ...refusal.change, position: refusal.change.position + 1 };
      expect(tier(instance, id, again(lower))).toBeGreaterThan(tier(instance, id, refusal.place));
      minimal++;
    }
  return { kept, minimal, none };
}

describe('why not there', () => {
  it('every promise of the default rule is true when run again, and no smaller one would be', () => {
    let kept = 0;
    for (let k = 0; k < 80; k++)
      kept += promises(
        makeInstance(
          { students: 12, places: 4, employers: k % 3 ? 0 : 2, ties: k % 2 ? 0.4 : 0, capacity: 3 },
          k,
        ),
        'student-optimal',
      ).kept;
    expect(kept).toBeGreaterThan(250);
  });

  it.each([
    'place-optimal',
    'place-more',
    'best-ranks',
  ] as Rule[])('under %s too, by whole new runs', (rule) => {
    let kept = 0;
    for (let k = 0; k < 25; k++)
      kept += promises(makeInstance({ students: 7, places: 3, ties: 0.4, capacity: 2 }, k), rule).kept;
    expect(kept).toBeGreaterThan(20);
  });

  it('with minimum groups, asked one by one', () => {
    let asked = 0;
    for (let k = 0; k < 12; k++) {
      const instance = makeInstance({ students: 8, places: 4, capacity: 4 }, k);
      for (const p of instance.places) p.minimum = 3;
      const run = runPlacement(instance, { rule: 'student-optimal' }, seed);
      for (const [id, list] of Object.entries(run.result.refusals))
        for (const { place } of list) {
          const change = counterfactual(run, id, place);
          if (!change) continue;
          const after = runPlacement(
            applyChange(run.market, instance, id, change),
            { rule: 'student-optimal' },
            seed,
          );
          expect(tier(instance, id, after.result.assignment[id])).toBeLessThanOrEqual(
            tier(instance, id, place),
          );
          asked++;
        }
    }
    expect(asked).toBeGreaterThan(5);
  });

  it('answers every other question with the fact that makes it void', () => {
    const instance: PlacementSnapshot = {
      students: [
        { id: 1, ranks: ['a', 'b'], programme: 'x' },
        { id: 2, ranks: ['a', 'c'], programme: 'y' },
        { id: 3, ranks: [] },
      ],
      places: [
        { id: 'a', capacity: 1, order: [2, 1] },
        { id: 'b', capacity: 1, order: [1] },
        { id: 'c', capacity: 1, order: [2], programmes: ['x'] },
      ],
      pinned: [[3, 'b']],
    };
    const run = runPlacement(
      { ...instance, places: instance.places.map((p) => (p.id === 'b' ? { ...p, capacity: 2 } : p)) },
      { rule: 'student-optimal' },
      seed,
    );
    expect(explain(run, 1, 'a')).toEqual({
      kind: 'refused',
      refusal: {
        place: 'a',
        reason: 'full',
        position: 2,
        tier: 2,
        cutoff: 1,
        cutoffTier: 1,
        ahead: 1,
        change: { kind: 'position', place: 'a', position: 1 },
      },
    });
    expect(explain(run, 1, 'b')).toEqual({ kind: 'placedThere' });
    expect(explain(run, 2, 'c')).toEqual({ kind: 'gotBetter', place: 'a', rank: 1 });
    expect(explain(run, 2, 'b')).toEqual({ kind: 'notListed' });
    expect(explain(run, 3, 'a')).toEqual({ kind: 'pinned', place: 'b' });
    expect(explain(run, 9, 'a')).toEqual({ kind: 'unknown' });
    expect(counterfactual(run, 2, 'c')).toBeNull();
    expect(holders(run, 'b')).toEqual([{ student: 3 }, { student: 1, position: 1, tier: 1 }]);
    expect(JSON.stringify(run.result.refusals)).not.toContain('student');
  });
});
