import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitNeed } from './split-need.ts';

describe('splitNeed', () => {
  it('test vector: 10 by weights .6 and .3 is 6, 3 and 1 unmapped', () => {
    const { parts, unmapped } = splitNeed(10, 10, [
      { programme: 'a', weight: 0.6 },
      { programme: 'b', weight: 0.3 },
    ]);
    expect(parts.map((p) => p.whole)).toEqual([6, 3]);
    expect(unmapped.whole).toBe(1);
    expect(unmapped.amount).toBeCloseTo(1, 12);
  });

  it('no edges: all of it is unmapped', () => {
    expect(splitNeed(2.5, 3, [])).toEqual({ parts: [], unmapped: { amount: 2.5, whole: 3 } });
  });

  it('weights .1 .2 .7 leave nobody unmapped', () => {
    const weights = [0.1, 0.2, 0.7].map((weight, k) => ({ programme: String(k), weight }));
    expect(splitNeed(7, 7, weights).unmapped).toEqual({ amount: 0, whole: 0 });
  });

  it('sums hold to 1e-9 in amounts, exactly in whole people, and each whole is within one of its quota', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 10000 }), (raw, whole) => {
        const sum = Math.max(
          1,
          raw.reduce((a, b) => a + b, 0),
        );
        const edges = raw.map((w, k) => ({ programme: String(k), weight: w / sum }));
        const { parts, unmapped } = splitNeed(whole, whole, edges);
        expect(parts.reduce((a, p) => a + p.whole, unmapped.whole)).toBe(whole);
        expect(Math.abs(parts.reduce((a, p) => a + p.amount, unmapped.amount) - whole)).toBeLessThan(1e-8);
        for (const p of parts) expect(Math.abs(p.whole - p.amount)).toBeLessThan(1 + 1e-9);
      }),
      { seed: 7 },
    );
  });
});
