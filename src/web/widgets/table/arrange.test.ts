import { expect, it } from 'vitest';
import { compareValues, exportable, firstRows, intoGroups, passes, problemsFirst } from './arrange.ts';

it('orders names with ё as е and numbers by size', () => {
  expect(compareValues('Ёлкин', 'Жуков')).toBeLessThan(0);
  expect(compareValues(9, 10)).toBeLessThan(0);
});

it('filters by a piece, by a choice and by two ends', () => {
  expect(passes('text', 'Токарь-расточник', 'РАСТОЧ')).toBe(true);
  expect(passes('choice', 'north', 'south|north')).toBe(true);
  expect(passes('choice', null, 'north')).toBe(false);
  expect(passes('number', 12, '10..')).toBe(true);
  expect(passes('number', 12, '..11,5')).toBe(false);
  expect(passes('number', null, '0..')).toBe(false);
});

it('groups keep their own order and the order of rows inside', () => {
  const rows = [3, 1, 4, 2];
  const sections = intoGroups(rows, (n) => ({ id: String(n % 2), title: '', order: 1 - (n % 2) }));
  expect(sections.map((section) => section.rows)).toEqual([
    [3, 1],
    [4, 2],
  ]);
  expect(firstRows(sections, 3).map((section) => section.rows)).toEqual([[3, 1], [4]]);
});

it('problems come first without losing or shuffling the rest', () => {
  const rows = ['a', 'b!', 'c', 'd!!'];
  expect(problemsFirst(rows, (row) => row.length)).toEqual(['d!!', 'b!', 'a', 'c']);
});

it('a column of buttons stays on the screen', () => {
  const columns = [{ id: 'name' }, { id: 'acts', screenOnly: true as const }, { id: 'marks' }];
  expect(exportable(columns).map(({ id }) => id)).toEqual(['name', 'marks']);
});
