import { type Mapping, proposeMapping, type Sheet, SheetRefusal } from '../../../../platform/sheets/index.ts';
import type { NeedKind } from './need-row.ts';
import { NEED_FIELDS, yearOfTitle } from './normalise/need-words.ts';

export interface NeedColumns {
  mapping: Mapping;
  /** Field of `NEED_FIELDS` → column from 0. */
  fields: ReadonlyMap<string, number>;
  /** Columns that hold the people of one year: the grid people know from their own plans. */
  years: { column: number; year: number; kind: NeedKind | null }[];
}

const has = (fields: ReadonlyMap<string, number>, ...any: string[]) => any.some((it) => fields.has(it));

/** Own name of a field, for sentences. */
export function titleOf(field: string): string {
  const titles = NEED_FIELDS.find((it) => it.id === field)?.titles;
  return titles?.[1] ?? titles?.[0] ?? field;
}

/**
 * Finds the columns of a need table: one line per row, or a column per year. `choose` fixes columns by hand.
 * Throws `SheetRefusal` naming what is missing.
 */
export function findNeedColumns(
  sheet: Sheet,
  choose: ReadonlyMap<number, string | null> = new Map(),
): NeedColumns {
  const first = proposeMapping(sheet, NEED_FIELDS, choose);
  if (!first) throw new SheetRefusal('sheets:refused.noHeader');
  const years = first.columns.flatMap(({ column, title }) => {
    const found = choose.has(column) ? null : yearOfTitle(title);
    return found ? [{ column, ...found }] : [];
  });
  const fixed = new Map([...choose, ...years.map((it) => [it.column, null] as const)]);
  const mapping = proposeMapping(sheet, NEED_FIELDS, fixed) ?? first;
  const fields = new Map(
    mapping.columns.flatMap((it) => (it.field === null ? [] : [[it.field, it.column] as const])),
  );
  const missing: string[] = [];
  if (!has(fields, 'occupation', 'occupationName')) missing.push('occupationName');
  if (years.length === 0) {
    if (!fields.has('year')) missing.push('year');
    if (!fields.has('count')) missing.push('count');
  }
  if (missing.length > 0) {
    const columns = missing.map(titleOf).join('», «');
    throw new SheetRefusal('needs:import.refused.noColumns', { columns });
  }
  return { mapping, fields, years };
}
