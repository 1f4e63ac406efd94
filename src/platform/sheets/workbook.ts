import { Cell, kindOf } from './cell.ts';
import type { CellValue, Merge, Message, PlainSheet, PlainWorkbook, SheetFormat } from './types.ts';

/** A table as received. Rows may differ in length: cells after the last filled one are absent. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: Cell[][];
  /** Merged rectangles; see `findHeader` for headers flattened to paths. */
  merges: Merge[];
}

export interface Workbook {
  format: SheetFormat;
  encoding: string | null;
  delimiter: string | null;
  sheets: Sheet[];
  repairs: Message[];
  /** The parsed document when the file is JSON (answers of an API). */
  document?: unknown;
}

function sheetOf(plain: PlainSheet): Sheet {
  const rows = plain.rows.map((values, r) =>
    values.map((value, c) => {
      const key = `${r},${c}`;
      const kind = plain.kinds.size > 0 ? (plain.kinds.get(key) ?? kindOf(value)) : kindOf(value);
      return new Cell(r, c, kind, value, plain.formulas.size > 0 ? plain.formulas.get(key) : undefined);
    }),
  );
  return { name: plain.name, hidden: plain.hidden, rows, merges: plain.merges };
}

/** Cells with addresses around the compact form that the thread sends. */
export function workbookOf(plain: PlainWorkbook): Workbook {
  return { ...plain, sheets: plain.sheets.map(sheetOf) };
}

/** A sheet around bare values, for tables that come from elsewhere than a file. */
export function sheetOfRows(name: string, rows: CellValue[][]): Sheet {
  return sheetOf({ name, hidden: false, rows, kinds: new Map(), formulas: new Map(), merges: [] });
}
