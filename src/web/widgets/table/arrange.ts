import { sortKey } from '../../../platform/i18n/sort-key.ts';
import type { CellValue, Column, Group } from './column.ts';

/** Text as people order it, numbers by size; what is unknown stands last whichever the direction. */
export function compareValues(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [sortKey(String(a)), sortKey(String(b))];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** One filter as it stands in the address: a piece of text, `a|b` of a choice, or `from..to`. */
export function passes(
  kind: NonNullable<Column<unknown>['filter']>,
  value: CellValue,
  wanted: string,
): boolean {
  if (kind === 'text') return sortKey(String(value ?? '')).includes(sortKey(wanted));
  if (kind === 'choice') return wanted.split('|').includes(String(value ?? ''));
  const [from = '', to = ''] = wanted.split('..');
  if (typeof value !== 'number') return false;
  const [low, high] = [Number(from.replace(',', '.')), Number(to.replace(',', '.'))];
  return (from === '' || value >= low) && (to === '' || value <= high);
}

/** The columns that mean something outside the screen. */
export const exportable = <C extends { screenOnly?: true }>(columns: C[]): C[] =>
  columns.filter(({ screenOnly }) => !screenOnly);

export interface Section<Row> {
  group: Group | null;
  rows: Row[];
}

/** Rows already sorted, put under their groups; groups by their own order, else as they first come. */
export function intoGroups<Row>(rows: Row[], groupOf?: (row: Row) => Group): Section<Row>[] {
  if (!groupOf) return [{ group: null, rows }];
  const sections = new Map<string, Section<Row>>();
  for (const row of rows) {
    const group = groupOf(row);
    const section = sections.get(group.id);
    if (section) section.rows.push(row);
    else sections.set(group.id, { group, rows: [row] });
  }
  return [...sections.values()].sort((a, b) => (a.group?.order ?? 0) - (b.group?.order ?? 0));
}

/** Rows that wait for a person go up; among equals the given order stays. */
export function problemsFirst<Row>(rows: Row[], problem?: (row: Row) => number): Row[] {
  if (!problem) return rows;
  return [...rows].sort((a, b) => problem(b) - problem(a));
}

/** Only the first `limit` rows, with their groups; drawing thousands at once would stop the page. */
export function firstRows<Row>(sections: Section<Row>[], limit: number): Section<Row>[] {
  let left = limit;
  const kept: Section<Row>[] = [];
  for (const { group, rows } of sections) {
    if (left <= 0) break;
    kept.push({ group, rows: rows.slice(0, left) });
    left -= rows.length;
  }
  return kept;
}
