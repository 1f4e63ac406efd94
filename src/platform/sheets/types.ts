/** A text for people: id in the message catalogues and its parameters. */
export interface Message {
  id: string;
  params?: Record<string, string | number>;
}

/** What stands in a cell. `date`: ISO text; `error`: a spreadsheet error such as #REF!. */
export type CellKind = 'empty' | 'text' | 'number' | 'boolean' | 'date' | 'error';
export type CellValue = string | number | boolean | null;

/** A rectangle of merged cells; rows and columns from 0, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export type SheetFormat = 'xlsx' | 'ods' | 'csv' | 'json';

export interface ReadLimits {
  /** Size of the file in bytes. */
  maxBytes: number;
  /** Entries of the zip container. */
  maxEntries: number;
  /** Sum of uncompressed sizes in bytes. */
  maxUncompressed: number;
  /** Uncompressed size over compressed size, judged for parts above 1 MB. */
  maxRatio: number;
  maxRows: number;
  /** Filled cells of the whole file. */
  maxCells: number;
  timeoutMs: number;
  heapMb: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxEntries: 2_000,
  maxUncompressed: 400 * 1024 * 1024,
  maxRatio: 300,
  maxRows: 300_000,
  maxCells: 5_000_000,
  timeoutMs: 60_000,
  heapMb: 1_024,
};

/** The compact form in which a sheet leaves the worker. Keys of the maps are `row,column` from 0. */
export interface PlainSheet {
  name: string;
  hidden: boolean;
  rows: CellValue[][];
  /** Kinds that the value alone does not show: dates and errors. */
  kinds: Map<string, 'date' | 'error'>;
  formulas: Map<string, string>;
  merges: Merge[];
}

export interface PlainWorkbook {
  format: SheetFormat;
  encoding: string | null;
  delimiter: string | null;
  sheets: PlainSheet[];
  repairs: Message[];
  /** The parsed document when the file is JSON. */
  document?: unknown;
}
