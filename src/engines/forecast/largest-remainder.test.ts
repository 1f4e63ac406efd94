import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, apportionQuotas } from './largest-remainder.ts';

describe('largest remainder', () => {
  it('adds up exactly and stays within one of each quota', () => {
    fc.assert(
      fc.property(
        fc.nat(100000),
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (total, shares) => {
          const sum = shares.reduce((a, b) => a + b, 0);
          fc.pre(sum > 1e-6);
          const whole = apportion(total, shares);
          expect(whole.reduce((a, b) => a + b, 0)).toBe(total);
          whole.forEach((w, k) => {
            expect(Math.abs(w - (total * shares[k]!) / sum)).toBeLessThan(1 + 1e-6);
          });
        },
      ),
      { seed: 13 },
    );
  });

  it('ties go to the earlier; nothing to share by gives nothing', () => {
    expect(apportion(1, [1, 1])).toEqual([1, 0]);
    expect(apportion(5, [0, 0])).toEqual([0, 0]);
  });

  it('whole quotas with floating dust keep their units', () => {
    expect(apportionQuotas(10, [5.999999999999999, 3.0000000000000004, 1])).toEqual([6, 3, 1]);
  });

  it('a quota below zero, from a carried rounding, gives none and takes none', () => {
    expect(apportionQuotas(3, [-0.4, 1.7, 1.7])).toEqual([0, 2, 1]);
  });
});
