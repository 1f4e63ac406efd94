import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitChance, netReplacement, pyramidOf, replacementPath } from './replace-by-age.ts';
import { estimateKappa, shrinkRate, shrinkTransfers } from './shrink-rates.ts';

const band = (ageFrom: number, ageTo: number, headcount: number, year = 2025) => ({
  occupation: 'w',
  year,
  sex: 'all' as const,
  ageFrom,
  ageTo,
  headcount,
});
/** Nobody leaves before 60, everybody a little after. */
const rising = (_: string, age: number) => Math.min(1, Math.max(0, (age - 40) / 60));

describe('replacement by age', () => {
  it('joins independent chances: 1 − (1 − q)(1 − ρ)(1 − τ)(1 − m)', () => {
    expect(exitChance({ mortality: 0.1, retirement: 0.5, transfer: 0.2, migration: 0 })).toBeCloseTo(
      1 - 0.9 * 0.5 * 0.8,
      12,
    );
  });

  it('an older workforce needs no less replacement (invariant vi)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        (people, by) => {
          const of = (shift: number) =>
            pyramidOf(people.map((n, k) => band(20 + k + shift, 20 + k + shift, n)));
          const leave = (shift: number) =>
            replacementPath(of(shift), rising, [2026], [18, 34]).get(2026) ?? 0;
          expect(leave(by)).toBeGreaterThanOrEqual(leave(0) - 1e-12);
        },
      ),
      { seed: 6 },
    );
  });

  it('keeps the number of people: leavers are replaced, so shares never exceed one and never vanish', () => {
    const path = replacementPath(pyramidOf([band(50, 59, 100)]), rising, [2026, 2027, 2028, 2040], [18, 34]);
    expect([...path.values()].every((s) => s > 0 && s < 1)).toBe(true);
  });

  it('worked by hand: ten people of 60, half leave; five stay to be 61 and three quarters of them leave', () => {
    const chance = (_: string, age: number) => (age === 60 ? 0.5 : age === 61 ? 0.75 : 0);
    const path = replacementPath(pyramidOf([band(60, 60, 10)]), chance, [2026, 2027], [18, 34]);
    expect(path.get(2026)).toBeCloseTo(0.5, 12);
    expect(path.get(2027)).toBeCloseTo(3.75 / 10, 12);
  });

  it('nobody counted gives no path', () => {
    expect(replacementPath(pyramidOf([]), rising, [2026], [18, 34]).size).toBe(0);
  });

  it('two cross-sections: what birth cohorts lost, a year', () => {
    const then = pyramidOf([band(40, 40, 50), band(58, 58, 30), band(25, 25, 10)]);
    const now = pyramidOf([band(45, 45, 45), band(63, 63, 5), band(30, 30, 40)]);
    expect(netReplacement(then, now, 5)).toBe((5 + 25) / 5);
  });
});

describe('shrunk rates', () => {
  it('own experience counts with its people', () => {
    expect(shrinkRate(0.1, 0, 0.04, 200)).toBe(0.04);
    expect(shrinkRate(0.1, 200, 0.04, 200)).toBeCloseTo(0.07, 12);
    expect(shrinkRate(0.1, 1e9, 0.04, 200)).toBeCloseTo(0.1, 6);
  });

  it('rates that differ by chance alone are all replaced by the mean', () => {
    const same = [
      { leavers: 10, headcount: 100 },
      { leavers: 20, headcount: 200 },
    ];
    expect(estimateKappa(same)).toBe(Number.POSITIVE_INFINITY);
    const exits = same.map((e, k) => ({ ...e, occupation: `o${k}`, group: 'g' }));
    expect([...shrinkTransfers(exits).values()]).toEqual([0.1, 0.1]);
  });

  it('lie between own rate and group rate; small cells move farther', () => {
    const exits = [
      { occupation: 'big', group: 'g', leavers: 300, headcount: 1000 },
      { occupation: 'small', group: 'g', leavers: 3, headcount: 10 },
      { occupation: 'other', group: 'g', leavers: 50, headcount: 1000 },
    ];
    const rates = shrinkTransfers(exits);
    const mean = 353 / 2010;
    for (const o of ['big', 'small']) {
      expect(rates.get(o)!).toBeGreaterThan(mean);
      expect(rates.get(o)!).toBeLessThan(0.3);
    }
    expect(rates.get('big')!).toBeGreaterThan(rates.get('small')!);
  });
});
