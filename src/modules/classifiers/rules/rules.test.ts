import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../platform/rules/pure.ts';
import { crosswalkWeightRule } from './crosswalk-weight.ts';
import { splitByCrosswalk } from './split-by-crosswalk.ts';

describe('splitting an amount by the crosswalk', () => {
  it('10 people by .6 and .3 are 6, 3 and 1 unmapped', () => {
    const edges = [
      { toCode: 'a', weight: 0.6 },
      { toCode: 'b', weight: 0.3 },
    ];
    expect(splitByCrosswalk(10, edges)).toEqual({
      parts: [
        { toCode: 'a', amount: 6 },
        { toCode: 'b', amount: 3 },
      ],
      unmapped: 1,
    });
  });
  it('without edges all is unmapped; ties go by code, the unmapped part last', () => {
    expect(splitByCrosswalk(7, [])).toEqual({ parts: [], unmapped: 7 });
    expect(
      splitByCrosswalk(1, [
        { toCode: 'b', weight: 0.5 },
        { toCode: 'a', weight: 0.5 },
      ]).parts,
    ).toEqual([
      { toCode: 'a', amount: 1 },
      { toCode: 'b', amount: 0 },
    ]);
    expect(splitByCrosswalk(1, [{ toCode: 'a', weight: 0.5 }])).toEqual({
      parts: [{ toCode: 'a', amount: 1 }],
      unmapped: 0,
    });
  });
  it('keeps the whole amount, each part within one of its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.nat(100_000), weights, fc.nat(1000), (amount, raw, rest) => {
        const sum = raw.reduce((a, b) => a + b, rest) || 1;
        const edges = raw.map((part, i) => ({ toCode: `c${i}`, weight: part / sum }));
        const { parts, unmapped } = splitByCrosswalk(amount, edges);
        expect(parts.reduce((total, part) => total + part.amount, unmapped)).toBe(amount);
        for (const [i, edge] of edges.entries())
          expect(
            Math.abs((parts.find((part) => part.toCode === `c${i}`)?.amount ?? -1) - amount * edge.weight),
          ).toBeLessThan(1 + 1e-6);
      }),
    );
  });
  it('refuses weights above one and amounts that are not whole', () => {
    expect(() =>
      splitByCrosswalk(5, [
        { toCode: 'a', weight: 0.8 },
        { toCode: 'b', weight: 0.3 },
      ]),
    ).toThrow(RangeError);
    expect(() => splitByCrosswalk(2.5, [])).toThrow(RangeError);
  });
});

describe('rule crosswalk-weight', () => {
  const verdict = (weight: number, others: number) =>
    judge(crosswalkWeightRule, { weight, others }, {}, '2026-11-23');
  it('lets a code be taken further whole, not more, whatever the binary fractions', () => {
    expect(verdict(0.1, 0.6 + 0.3).is).toBe('ok');
    expect(verdict(0.7, 0.1 + 0.2).is).toBe('ok');
    expect(verdict(0.11, 0.9)).toMatchObject({
      is: 'refused',
      messageKey: 'classifiers:rule.crosswalk-weight',
      field: 'weight',
      params: { left: 0.1 },
    });
  });
});
