export { type ImportKind, needsKind, vacanciesKind } from './import/kinds.ts';
export type { ImportLists, KnownEnterprise, KnownOccupation, KnownPlace } from './import/lists.ts';
export type { NeedRow } from './import/needs/need-row.ts';
export { guessKind, loadBytes, type ReadImport, readImport } from './import/read-import.ts';
export { type Report, renderReport, type SayText } from './import/render-report.ts';
export { repairedFile } from './import/repaired-file.ts';
export {
  type Fate,
  type ImportResult,
  type Note,
  type Proposal,
  RowLedger,
  receivedNumber,
  type Total,
  totalsOf,
} from './import/report.ts';
export type { VacancyRow } from './import/vacancies/vacancy-row.ts';
export { publicLists } from './upload/stored-lists.ts';
