import { addressOf, type Cell } from './cell.ts';
import { fillMerged } from './find-header.ts';
import { type Mapping, proposeMapping } from './propose-mapping.ts';
import { SheetRefusal } from './refusal.ts';
import { type FieldValue, normaliseField, type TableField, type TableSchema } from './table-schema.ts';
import type { Message } from './types.ts';
import type { Sheet } from './workbook.ts';

/** One thing said about one cell. Rows and columns count from 0. */
export interface Remark {
  row: number;
  column: number;
  address: string;
  field: string;
  level: 'repair' | 'error';
  message: Message;
  before: string;
  after: FieldValue;
}

export interface CheckedRow {
  /** Row of the sheet, from 0. */
  row: number;
  values: Record<string, FieldValue>;
  status: 'clean' | 'repaired' | 'refused';
}

export interface TableCheck {
  sheet: Sheet;
  mapping: Mapping;
  rows: CheckedRow[];
  remarks: Remark[];
  /** `rows` = clean + repaired + refused; blank rows are not counted. */
  counts: { rows: number; clean: number; repaired: number; refused: number };
  /** For numeric fields: sum of all readable cells, and of the accepted rows only. */
  totals: Record<string, { before: number; after: number }>;
}

interface Placed {
  field: TableField;
  column: number;
}

/** Where a value of a unique field was seen first. */
type Seen = Map<string, Map<FieldValue, string>>;

function isBlank(row: Cell[] | undefined): boolean {
  return !row || row.every((cell) => cell.kind === 'empty' || cell.raw.trim() === '');
}

function checkCell(
  cell: Cell | undefined,
  at: Placed,
  row: number,
  seen: Seen,
): { value: FieldValue; remarks: Remark[] } {
  const { field, column } = at;
  const address = addressOf(row, column);
  const remark = (level: Remark['level'], message: Message, after: FieldValue): Remark => ({
    row,
    column,
    address,
    field: field.id,
    level,
    message,
    before: cell?.raw ?? '',
    after,
  });
  const result = normaliseField(cell, field.type);
  if (!result.ok) return { value: null, remarks: [remark('error', result.error, null)] };
  const { value } = result;
  const remarks = result.repairs.map((it) => remark('repair', it, value));
  if (value === null) {
    if (field.required) remarks.push(remark('error', { id: 'sheets:error.required' }, null));
    return { value, remarks };
  }
  const first = field.unique ? seen.get(field.id)?.get(value) : undefined;
  if (first) remarks.push(remark('error', { id: 'sheets:error.repeated', params: { address: first } }, null));
  else if (field.unique) seen.set(field.id, (seen.get(field.id) ?? new Map()).set(value, address));
  return { value, remarks };
}

function statusOf(remarks: Remark[]): CheckedRow['status'] {
  if (remarks.some((it) => it.level === 'error')) return 'refused';
  return remarks.length > 0 ? 'repaired' : 'clean';
}

function totalsOf(rows: CheckedRow[], fields: Placed[]): TableCheck['totals'] {
  const totals: TableCheck['totals'] = {};
  for (const { field } of fields) {
    if (field.type.kind !== 'integer' && field.type.kind !== 'decimal') continue;
    const sum = { before: 0, after: 0 };
    for (const row of rows) {
      const value = row.values[field.id];
      if (typeof value !== 'number') continue;
      sum.before += value;
      if (row.status !== 'refused') sum.after += value;
    }
    totals[field.id] = sum;
  }
  return totals;
}

/**
 * Checks a table against a schema: finds the header, maps columns, normalises every cell. Pure: stores nothing.
 * `choose` fixes columns by hand (column → field, null = leave out). Throws `SheetRefusal` for a sheet without rows.
 */
export function checkTable(
  source: Sheet,
  schema: TableSchema,
  choose: ReadonlyMap<number, string | null> = new Map(),
): TableCheck {
  const mapping = proposeMapping(source, schema.fields, choose);
  if (!mapping) throw new SheetRefusal('sheets:refused.noHeader');
  const sheet = fillMerged(source, mapping.header.dataRow);
  const placed = mapping.columns.flatMap(({ column, field }): Placed[] => {
    const found = schema.fields.find((it) => it.id === field);
    return found ? [{ field: found, column }] : [];
  });
  const seen: Seen = new Map();
  const rows: CheckedRow[] = [];
  const remarks: Remark[] = [];
  for (let row = mapping.header.dataRow; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row];
    if (isBlank(cells)) continue;
    const values: CheckedRow['values'] = {};
    const own: Remark[] = [];
    for (const at of placed) {
      const checked = checkCell(cells?.[at.column], at, row, seen);
      values[at.field.id] = checked.value;
      own.push(...checked.remarks);
    }
    rows.push({ row, values, status: statusOf(own) });
    remarks.push(...own);
  }
  const count = (status: CheckedRow['status']) => rows.filter((it) => it.status === status).length;
  const counts = {
    rows: rows.length,
    clean: count('clean'),
    repaired: count('repaired'),
    refused: count('refused'),
  };
  return { sheet, mapping, rows, remarks, counts, totals: totalsOf(rows, placed) };
}
