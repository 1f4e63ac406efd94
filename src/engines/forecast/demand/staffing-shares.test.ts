import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffingShares } from './staffing-shares.ts';

const year = (y: number, staff: Record<string, number>) => ({
  year: y,
  headcount: new Map(Object.entries(staff)),
});

describe('staffingShares', () => {
  it('stay in 0…1 and add up to one, whatever the drift and the year (invariant iv)', () => {
    const staff = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 1e6 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(
        staff,
        staff,
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (then, now, ahead, fade) => {
          const shares = staffingShares([year(2018, then), year(2024, now)], 2024 + ahead, fade, 0.5);
          for (const s of shares.values()) expect(s >= 0 && s <= 1).toBe(true);
          const sum = [...shares.values()].reduce((a, b) => a + b, 0);
          if (Object.values(now).some((n) => n > 0)) expect(sum).toBeCloseTo(1, 9);
          else expect(shares.size).toBe(0);
        },
      ),
      { seed: 5 },
    );
  });

  it('without a step ahead they are the shares of the last year', () => {
    const shares = staffingShares(
      [year(2018, { a: 1, b: 1 }), year(2024, { a: 30, b: 10 })],
      2024,
      0.8,
      0.05,
    );
    expect(shares.get('a')).toBeCloseTo(0.75, 12);
  });

  it('drift by the limited damped log-ratio', () => {
    // η(b) moved from ln(1) to ln(1/3) in 6 years: −0.183 a year, limited to −0.05; one step is φ·δ = −0.04.
    const shares = staffingShares(
      [year(2018, { a: 10, b: 10 }), year(2024, { a: 30, b: 10 })],
      2025,
      0.8,
      0.05,
    );
    expect(shares.get('b')! / shares.get('a')!).toBeCloseTo(Math.exp(-0.04) / 3, 12);
  });

  it('an occupation at zero stays at zero, a new one does not drift', () => {
    const shares = staffingShares(
      [year(2018, { a: 10, b: 10 }), year(2024, { a: 10, b: 0, c: 10 })],
      2030,
      0.8,
      0.05,
    );
    expect([...shares]).toEqual([
      ['a', 0.5],
      ['c', 0.5],
    ]);
  });
});
