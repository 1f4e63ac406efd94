import {
  addressOf,
  type Cell,
  type FieldValue,
  normaliseField,
  type Sheet,
} from '../../../../platform/sheets/index.ts';
import type { Column } from './column.ts';
import type { Fault } from './fault.ts';

/** A row as read; the values of a refused row are kept for links of other rows to be judged by. */
export interface ReadRow {
  line: number;
  values: Record<string, FieldValue>;
  refused: boolean;
  repaired: boolean;
}

export interface ReadTable {
  file: string;
  rows: ReadRow[];
  faults: Fault[];
  /** Named repairs and the number of cells they were made in. */
  repairs: Map<string, number>;
  unknownColumns: string[];
  missingColumns: string[];
}

/** Allowed by the format, so no repair: a decimal comma, spaces around a value, 0 and 1 for no and yes. */
const WAYS_OF_WRITING = new Set(['decimalComma', 'spaces', 'booleanWord'].map((it) => `sheets:repair.${it}`));

const titleOf = (cell: Cell | undefined) => (cell?.raw ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Reads a sheet whose first row holds column names. Cells are normalised; what cannot be is a fault with its place. */
export function readTable(file: string, sheet: Sheet, columns: Record<string, Column<unknown>>): ReadTable {
  const [head = [], ...body] = sheet.rows;
  const places = new Map<string, number>();
  const table: ReadTable = {
    file,
    rows: [],
    faults: [],
    repairs: new Map(),
    unknownColumns: [],
    missingColumns: [],
  };
  head.forEach((cell, at) => {
    const title = titleOf(cell);
    if (title === '') return;
    if (!Object.hasOwn(columns, title)) table.unknownColumns.push(title);
    else if (places.has(title))
      table.faults.push({ file, row: 1, column: title, id: 'fault.columnTwice', params: {} });
    else places.set(title, at);
  });
  for (const [name, column] of Object.entries(columns)) {
    if (places.has(name)) continue;
    if (column.must) table.faults.push({ file, row: 1, column: name, id: 'fault.noColumn', params: {} });
    else table.missingColumns.push(name);
  }
  if (table.faults.length > 0) return table;
  const seen = new Map<string, number>();
  body.forEach((cells, i) => {
    if (cells.every((cell) => cell.raw.trim() === '')) return;
    const row = readRow(table, cells, i + 1, columns, places);
    const keys = Object.keys(columns).filter((name) => columns[name]?.key);
    const id = keys.map((name) => row.values[name]).join(' / ');
    const first = seen.get(id);
    if (first === undefined) seen.set(id, row.line);
    else if (!row.refused) {
      row.refused = true;
      table.faults.push({
        file,
        row: row.line,
        column: keys.join(', '),
        id: 'fault.twice',
        params: { key: id, first },
      });
    }
    table.rows.push(row);
  });
  return table;
}

function readRow(
  table: ReadTable,
  cells: Cell[],
  index: number,
  columns: Record<string, Column<unknown>>,
  places: ReadonlyMap<string, number>,
): ReadRow {
  const { file } = table;
  const row: ReadRow = { line: index + 1, values: {}, refused: false, repaired: false };
  const fault = (column: string, id: string, params: Fault['params'] = {}) => {
    const at = places.get(column);
    row.refused = true;
    const place = at === undefined ? column : `${column} (${addressOf(index, at)})`;
    table.faults.push({ file, row: row.line, column: place, id, params });
  };
  for (const [name, column] of Object.entries(columns)) {
    const at = places.get(name);
    const result = normaliseField(at === undefined ? null : cells[at], column.type);
    if (!result.ok) {
      row.values[name] = null;
      fault(name, result.error.id, result.error.params);
      continue;
    }
    row.values[name] = result.value;
    for (const { id } of result.repairs) {
      if (WAYS_OF_WRITING.has(id)) continue;
      row.repaired = true;
      table.repairs.set(id, (table.repairs.get(id) ?? 0) + 1);
    }
    if (result.value === null && column.must) fault(name, 'sheets:error.required');
    // Ids become parts of labels in the certificate, where this sign divides them.
    else if (column.type.kind === 'code' && String(result.value).includes('|'))
      fault(name, 'fault.badId', { value: String(result.value) });
  }
  return row;
}
