export { addressOf, Cell, columnLetters, isErrorText } from './cell.ts';
export { type CheckedRow, checkTable, type Remark, type TableCheck } from './check-table.ts';
export { fillMerged, findHeader, flattenHeader, type Header } from './find-header.ts';
export * from './normalise/index.ts';
export {
  headerKey,
  type MappedColumn,
  type MappedField,
  type Mapping,
  proposeMapping,
} from './propose-mapping.ts';
export { type ReadOptions, readSheet } from './read-sheet.ts';
export { SheetRefusal } from './refusal.ts';
export { repairedTable, type Say } from './repaired-table.ts';
export { similarity, titleKey } from './similarity.ts';
export {
  columnKindOf,
  type FieldType,
  type FieldValue,
  normaliseField,
  type TableField,
  type TableSchema,
} from './table-schema.ts';
export {
  type CellKind,
  type CellValue,
  DEFAULT_LIMITS,
  type Merge,
  type Message,
  type ReadLimits,
  type SheetFormat,
} from './types.ts';
export { type Sheet, sheetOfRows, type Workbook } from './workbook.ts';
export { guardFormula } from './write-csv.ts';
export { type WriteOptions, writeSheet } from './write-sheet.ts';
export type {
  CellMark,
  ColumnKind,
  CsvOptions,
  WriteColumn,
  WriteRequest,
  WriteTable,
} from './write-types.ts';
