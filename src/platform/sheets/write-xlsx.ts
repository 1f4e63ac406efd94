import { type CellStyle, type CellValue as HucreValue, type WriteSheet, writeXlsx as writeBook } from 'hucre';
import type { CellValue } from './types.ts';
import type { CellMark, ColumnKind, WriteRequest, WriteTable } from './write-types.ts';

const FORMATS: Record<ColumnKind, string> = {
  // A text cell stays text when somebody edits it: what begins with = is never run.
  text: '@',
  general: 'General',
  integer: '#,##0',
  decimal: '#,##0.00',
  money: '#,##0.00',
  percent: '0.0%',
  date: 'dd.mm.yyyy',
  boolean: '@',
};
const FILLS: Record<CellMark['tone'], string> = { repaired: 'FFF2CC', error: 'F8CBAD' };
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E2EFDA' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'thin' } },
};
const MAX_CELL_TEXT = 32_767;
const MAX_NAME = 31;

function cellOf(value: CellValue, kind: ColumnKind, words: { yes: string; no: string }): HucreValue {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return kind === 'money' ? value / 100 : value;
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  return value.length > MAX_CELL_TEXT ? value.slice(0, MAX_CELL_TEXT) : value;
}

function widthOf(table: WriteTable, column: number): number {
  const { width, title, kind } = table.columns[column] ?? { title: '' };
  if (width !== undefined) return width;
  const sample = table.rows.slice(0, 200).map((row) => String(row[column] ?? '').length);
  const least = kind === 'date' ? 11 : 8;
  return Math.min(60, Math.max(least, Math.min(24, title.length) + 2, ...sample.map((it) => it + 2)));
}

/** Names of sheets: no forbidden signs, at most 31 characters, no repeats. */
function sheetNames(tables: WriteTable[]): string[] {
  const used = new Set<string>();
  return tables.map((table, i) => {
    const clean =
      table.name
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `${i + 1}`;
    let name = clean.slice(0, MAX_NAME);
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${clean.slice(0, MAX_NAME - 4)} (${n})`;
    used.add(name.toLowerCase());
    return name;
  });
}

function sheetOf(table: WriteTable, name: string, words: { yes: string; no: string }): WriteSheet {
  const kinds = table.columns.map((it) => it.kind ?? 'text');
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  table.columns.forEach((_, c) => {
    cells.set(`0,${c}`, { style: HEAD });
  });
  for (const mark of table.marks ?? []) {
    const fill = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: FILLS[mark.tone] } };
    const style: CellStyle = { fill, numFmt: FORMATS[kinds[mark.column] ?? 'text'] };
    const comment = mark.note ? { comment: { text: mark.note } } : {};
    cells.set(`${mark.row + 1},${mark.column}`, { style, ...comment });
  }
  table.rows.forEach((row, r) => {
    kinds.forEach((kind, c) => {
      const value = row[c];
      if (kind !== 'text' && typeof value === 'string' && /^[=+\-@\t\r]/.test(value)) {
        const key = `${r + 1},${c}`;
        const marked = cells.get(key);
        cells.set(key, { ...marked, style: { ...marked?.style, numFmt: '@' } });
      }
    });
  });
  const rows = table.rows.map((row) => kinds.map((kind, c) => cellOf(row[c] ?? null, kind, words)));
  return {
    name,
    columns: kinds.map((kind, c) => ({ width: widthOf(table, c), numFmt: FORMATS[kind] })),
    rows: [table.columns.map((it) => it.title), ...rows],
    cells,
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

/** Tables as XLSX: typed cells, frozen header, widths, marks with notes. Texts are never formulas. */
export async function writeXlsx(request: WriteRequest): Promise<Uint8Array> {
  const names = sheetNames(request.tables);
  const sheets = request.tables.map((table, i) => sheetOf(table, names[i] ?? '', request));
  return writeBook({ sheets });
}
