import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPanel } from './panel.ts';
import { findParts, reconcile } from './reconcile.ts';
import { growingTree } from './testing.ts';

/** Textbook form: bottom = (SᵀW⁻¹S)⁻¹SᵀW⁻¹ŷ by Gaussian elimination, no code shared with the engine. */
function dense(base: number[], summing: number[][]): number[] {
  const n = summing[0]!.length;
  const weight = base.map((v) => 1 / Math.max(v, 1e-9) ** 1.5);
  const system = Array.from({ length: n }, (_, r) => [
    ...Array.from({ length: n }, (_, c) =>
      summing.reduce((a, row, k) => a + row[r]! * weight[k]! * row[c]!, 0),
    ),
    summing.reduce((a, row, k) => a + row[r]! * weight[k]! * base[k]!, 0),
  ]);
  for (let p = 0; p < n; p++) {
    for (let r = 0; r < n; r++) {
      if (r === p) continue;
      const f = system[r]![p]! / system[p]![p]!;
      for (let c = p; c <= n; c++) system[r]![c]! -= f * system[p]![c]!;
    }
  }
  const bottom = system.map((row, k) => row[n]! / row[k]!);
  return summing.map((row) => row.reduce((a, s, k) => a + s * bottom[k]!, 0));
}

const positive = fc.double({ min: 50, max: 150, noNaN: true });

describe('reconcile', () => {
  // 0 = total of 1 and 2; 1 = 3 + 4; 2 = 5 + 6
  const parts = [[1, 2], [3, 4], [5, 6], [], [], [], []];
  const summing = [
    [1, 1, 1, 1],
    [1, 1, 0, 0],
    [0, 0, 1, 1],
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ];

  it('equals weighted least squares written out in full', () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 7, maxLength: 7 }), (v) => {
        const base = [v[0]! * 4, v[1]! * 2, v[2]! * 2, v[3]!, v[4]!, v[5]!, v[6]!];
        const got = [...reconcile(Float64Array.from(base), parts)];
        const want = dense(base, summing);
        got.forEach((x, k) => {
          expect(x).toBeCloseTo(want[k]!, 6);
        });
      }),
      { seed: 1 },
    );
  });

  it('leaves forecasts that already add up as they are', () => {
    const base = Float64Array.from([10, 4, 6, 1, 3, 2, 4]);
    reconcile(base, parts).forEach((v, k) => {
      expect(v).toBeCloseTo(base[k]!, 12);
    });
  });

  it('never goes below zero and still adds up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 7, maxLength: 7 }),
        (v) => {
          const got = reconcile(Float64Array.from(v), parts);
          for (const x of got) expect(x).toBeGreaterThanOrEqual(0);
          expect(Math.abs(got[3]! + got[4]! - got[1]!)).toBeLessThanOrEqual(1e-6 * Math.max(1, got[1]!));
        },
      ),
      { seed: 2 },
    );
  });
});

describe('findParts', () => {
  it('takes children that add up, and none before the tenth observation', () => {
    const panel = buildPanel(growingTree(1, 12));
    expect(findParts(panel, 8).flat()).toEqual([]);
    expect(findParts(panel, 9).flat().length).toBe(8);
  });

  it('leaves alone a parent whose children count someone twice', () => {
    const rows = growingTree(1, 12);
    const twice = rows.filter((r) => r.code === 'a1').map((r) => ({ ...r, code: 'a4' }));
    const panel = buildPanel([...rows, ...twice]);
    const a = panel.nodes.findIndex((n) => n.code === 'a');
    expect(findParts(panel, 11)[a]).toEqual([]);
  });
});
