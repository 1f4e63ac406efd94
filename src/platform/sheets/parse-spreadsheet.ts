import { EncryptedFileError, HucreError, read, type Workbook } from 'hucre';
import { isErrorText } from './cell.ts';
import { checkDeclared, checkReal } from './inspect-zip.ts';
import { SheetRefusal } from './refusal.ts';
import type { CellValue, PlainSheet, PlainWorkbook, ReadLimits } from './types.ts';

function isoOf(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

type ReadSheet = Workbook['sheets'][number];

function plainSheet(sheet: ReadSheet): PlainSheet {
  const kinds: PlainSheet['kinds'] = new Map();
  const formulas: PlainSheet['formulas'] = new Map();
  const rows = sheet.rows.map((values, r) => {
    const row: CellValue[] = values.map((value, c) => {
      if (value instanceof Date) {
        kinds.set(`${r},${c}`, 'date');
        return Number.isNaN(value.getTime()) ? null : isoOf(value);
      }
      if (typeof value === 'string' && value.startsWith('#') && isErrorText(value))
        kinds.set(`${r},${c}`, 'error');
      return value;
    });
    while (row.length > 0 && (row.at(-1) === null || row.at(-1) === '')) row.pop();
    return row;
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  for (const [key, cell] of sheet.cells ?? []) if (cell.formula) formulas.set(key, cell.formula);
  const merges = (sheet.merges ?? []).map((it) => ({
    top: it.startRow,
    left: it.startCol,
    bottom: it.endRow,
    right: it.endCol,
  }));
  return {
    name: sheet.name,
    hidden: Boolean(sheet.hidden || sheet.veryHidden),
    rows,
    kinds,
    formulas,
    merges,
  };
}

function checkSize(sheets: PlainSheet[], limits: ReadLimits): void {
  let cells = 0;
  for (const sheet of sheets) {
    if (sheet.rows.length > limits.maxRows)
      throw new SheetRefusal('sheets:refused.tooManyRows', { limit: limits.maxRows });
    for (const row of sheet.rows) cells += row.length;
  }
  if (cells > limits.maxCells)
    throw new SheetRefusal('sheets:refused.tooManyCells', { limit: limits.maxCells });
}

/** Reads XLSX or ODS. Guards come first: what the archive declares, then what it really holds, then the parse. */
export async function parseSpreadsheet(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  limits: ReadLimits,
): Promise<PlainWorkbook> {
  checkReal(bytes, checkDeclared(bytes, limits));
  let workbook: Workbook;
  try {
    workbook = await read(bytes);
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new SheetRefusal('sheets:refused.encrypted');
    if (error instanceof HucreError)
      throw new SheetRefusal('sheets:refused.brokenBook', { detail: error.message });
    throw error;
  }
  const sheets = workbook.sheets.map(plainSheet);
  checkSize(sheets, limits);
  return { format, encoding: null, delimiter: null, sheets, repairs: [] };
}
