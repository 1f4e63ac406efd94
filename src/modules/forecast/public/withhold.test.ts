import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PublicCell, tells, withhold } from '../../needs/index.ts';

const limits = { minEnterprises: 3, dominance: 0.8 };
const cell = fc.record({
  need: fc.integer({ min: 1, max: 500 }),
  enterprises: fc.integer({ min: 0, max: 9 }),
  largest: fc.double({ min: 0.1, max: 1, noNaN: true }),
  restricted: fc.boolean(),
});
const cells = fc
  .array(cell, { minLength: 1, maxLength: 30 })
  .map((list) => list.map((one, i): PublicCell => ({ ...one, key: `c${i}` })));

describe('published cells', () => {
  test('none that tells about one enterprise is shown', () => {
    fc.assert(fc.property(cells, (list) => withhold(list, limits).shown.every((one) => !tells(one, limits))));
  });
  test('subtracting the shown from the total never recovers one cell', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const { shown, withheld } = withhold(list, limits);
        const kept = new Set(shown.map(({ key }) => key));
        const hidden = list.filter(({ key }) => !kept.has(key));
        const rest =
          list.reduce((sum, { need }) => sum + need, 0) - shown.reduce((sum, { need }) => sum + need, 0);
        // everything hidden: there is nothing to subtract from
        return (
          withheld === 0 ||
          shown.length === 0 ||
          (hidden.length >= 2 && hidden.every(({ need }) => need <= limits.dominance * rest))
        );
      }),
    );
  });
  test('a table without such cells is shown whole', () => {
    const fine = [{ key: 'a', need: 10, enterprises: 5, largest: 0.4, restricted: false }];
    expect(withhold(fine, limits)).toEqual({ shown: fine, withheld: 0 });
  });
});
