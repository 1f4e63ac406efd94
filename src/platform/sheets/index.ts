export { addressOf, Cell, columnLetters, isErrorText } from './cell.ts';
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
export { similarity, titleKey } from './similarity.ts';
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
