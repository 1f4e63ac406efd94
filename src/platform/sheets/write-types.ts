import type { CellValue } from './types.ts';

/** How a column is shown. `money` takes kopecks, `percent` a share (0.5 = 50 %), `date` takes `YYYY-MM-DD`; `general` leaves the choice to the spreadsheet. */
export type ColumnKind =
  | 'general'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'boolean';

export interface WriteColumn {
  title: string;
  kind?: ColumnKind;
  /** Width in characters; guessed from the content when absent. */
  width?: number;
}

/** A coloured cell, row and column from 0 counted in the data. */
export interface CellMark {
  row: number;
  column: number;
  tone: 'repaired' | 'error';
  note?: string;
}

export interface WriteTable {
  name: string;
  columns: WriteColumn[];
  rows: CellValue[][];
  marks?: CellMark[];
}

export interface WriteRequest {
  tables: WriteTable[];
  /** Words for yes and no in the language of the reader. */
  yes: string;
  no: string;
}

export interface CsvOptions {
  /** Default `;`: Russian Excel opens it as columns. */
  delimiter?: string;
  /** Default utf-8 with a byte order mark. */
  encoding?: 'utf-8' | 'windows-1251';
}
