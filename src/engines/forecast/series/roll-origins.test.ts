import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPanel, type SeriesRow } from './panel.ts';
import { METHODS, rollOrigins } from './roll-origins.ts';
import { growingTree } from './testing.ts';

/** Everything the engine says from origins up to `until`: points and interval ends of all methods. */
function saidUntil(rows: SeriesRow[], until: number): number[] {
  const panel = buildPanel(rows);
  const said: number[] = [];
  rollOrigins(panel, 6, ({ t, calibrations }) => {
    if (panel.firstYear + t > until) return;
    for (const method of METHODS) {
      panel.nodes.forEach((node, i) => {
        if (node.counts[t] === 0) return;
        const level = panel.levels.indexOf(node.level);
        for (let h = 1; h <= 6; h++) {
          const point = calibrations[method].recall(i, t, h);
          const up = calibrations[method].quantile(level, h, 0.9);
          said.push(point, calibrations[method].bound(i, t, point, up));
        }
      });
    }
  });
  return said;
}

describe('poisoned future', () => {
  it('whatever happens after an origin, forecasts and intervals made at it stay the same to the last bit', () => {
    const honest = growingTree(7, 22);
    fc.assert(
      fc.property(
        fc.integer({ min: 2004, max: 2019 }),
        fc.infiniteStream(
          fc.oneof(fc.constant(0), fc.constant(null), fc.double({ min: 1e-3, max: 1e9, noNaN: true })),
        ),
        (origin, poison) => {
          const stream = poison[Symbol.iterator]();
          const rows = honest.map((r) =>
            r.year <= origin ? r : { ...r, value: stream.next().value as number | null },
          );
          const late = [2020, 2021].map((year) => ({ level: '2', code: 'c', parent: 'b', year, value: 5 }));
          expect(saidUntil([...rows, ...late], origin)).toEqual(saidUntil(honest, origin));
        },
      ),
      { numRuns: 12, seed: 11 },
    );
  });

  it('notices the past: one changed value before the origin changes what is said', () => {
    const honest = growingTree(7, 22);
    const changed = honest.map((r) =>
      r.year === 2010 && r.code === 'a1' ? { ...r, value: r.value! * 2 } : r,
    );
    expect(saidUntil(changed, 2015)).not.toEqual(saidUntil(honest, 2015));
  });
});

describe('ours', () => {
  it('parts add up to their parent at every origin and horizon', () => {
    const panel = buildPanel(growingTree(3, 20));
    const at = (code: string) => panel.nodes.findIndex((n) => n.code === code);
    rollOrigins(panel, 5, ({ t, calibrations }) => {
      if (t < 9) return;
      for (let h = 1; h <= 5; h++) {
        const sum = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].reduce(
          (a, c) => a + calibrations.ours.recall(at(c), t, h),
          0,
        );
        const groups = calibrations.ours.recall(at('a'), t, h) + calibrations.ours.recall(at('b'), t, h);
        expect(groups).toBeCloseTo(sum, 8);
        expect(calibrations.ours.recall(at('all'), t, h)).toBeCloseTo(sum, 8);
      }
    });
  });

  it('the order of the rows changes nothing', () => {
    const rows = growingTree(5, 16);
    expect(saidUntil([...rows].reverse(), 2015)).toEqual(saidUntil(rows, 2015));
  });
});
