import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PublicCell, tells, withhold, withholdRows } from './withhold.ts';

const limits = { minEnterprises: 3, dominance: 0.8 };
const cell = fc.record({
  need: fc.integer({ min: 0, max: 500 }),
  enterprises: fc.integer({ min: 0, max: 9 }),
  largest: fc.double({ min: 0.1, max: 1, noNaN: true }),
  restricted: fc.boolean(),
});
const rows = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
  .map((list) => list.map((one, i) => one.map((it): PublicCell => ({ ...it, key: `r${i}` }))));
const sum = (cells: readonly PublicCell[]) => cells.reduce((all, it) => all + it.need, 0);

describe('rows of several figures', () => {
  test('no shown row tells of one enterprise by any of its figures', () => {
    fc.assert(
      fc.property(rows, (list) =>
        withholdRows(list, (row) => row, limits).shown.every((row) => row.every((it) => !tells(it, limits))),
      ),
    );
  });

  test('subtracting the shown rows from the total never recovers one row by any figure', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { shown, withheld } = withholdRows(list, (row) => row, limits);
        const gone = list.filter((row) => !shown.includes(row));
        // everything hidden: there is nothing to subtract from
        if (withheld === 0 || shown.length === 0) return true;
        return [0, 1, 2].every((i) => {
          const column = (of: PublicCell[][]) => of.flatMap((row) => row[i] ?? []);
          const rest = sum(column(list)) - sum(column(shown));
          const behind = column(gone).reduce((all, it) => all + it.enterprises, 0);
          if (rest === 0 && i > 0) return true;
          return (
            gone.length >= 2 &&
            column(gone).every((it) => it.need <= limits.dominance * rest) &&
            (behind === 0 || behind >= limits.minEnterprises)
          );
        });
      }),
    );
  });
});

test('two hidden cells of one enterprise each are no cover for one another: a third is hidden with them', () => {
  const one = { enterprises: 1, largest: 1, restricted: false };
  const wide = { enterprises: 9, largest: 0.2, restricted: false };
  const cells = [
    { key: 'a', need: 10, ...one },
    { key: 'b', need: 12, ...one },
    { key: 'c', need: 40, ...wide },
    { key: 'd', need: 90, ...wide },
  ];
  expect(withhold(cells, limits).shown.map((it) => it.key)).toEqual(['d']);
});
