import { expect, it } from 'vitest';
import { kindOf, sheetOf } from './export-table.ts';

interface Row {
  name: string;
  need: number | null;
}

const rows: Row[] = [
  { name: '=SUM(A1)', need: 12.3456 },
  { name: 'Сварщик', need: null },
];
const columns = [
  { id: 'need', title: 'Нужно', value: (row: Row) => row.need },
  { id: 'name', title: 'Профессия', value: (row: Row) => row.name },
];

it('takes the columns and rows in the order they stand on the screen', () => {
  expect(sheetOf('Баланс', { format: 'xlsx', columns, rows })).toEqual({
    title: 'Баланс',
    format: 'xlsx',
    columns: [
      { key: 'need', title: 'Нужно', kind: 'decimal' },
      { key: 'name', title: 'Профессия', kind: 'text' },
    ],
    rows: [
      [12.35, '=SUM(A1)'],
      [null, 'Сварщик'],
    ],
  });
});

it('a column of whole numbers is whole, one word makes it words, nothing known is words', () => {
  expect(kindOf([1, null, -4])).toBe('integer');
  expect(kindOf([1, 2.5])).toBe('decimal');
  expect(kindOf([1, 'нет данных'])).toBe('text');
  expect(kindOf([null])).toBe('text');
});

it('a title longer than the server takes is cut, not refused', () => {
  expect(sheetOf('ы'.repeat(140), { format: 'csv', columns, rows }).title).toHaveLength(100);
});
