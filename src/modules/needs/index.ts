export { confirmNeedsTask } from './campaigns/confirm-needs.task.ts';
export { usualQuestionnaire } from './campaigns/questionnaire.data.ts';
export { type ImportKind, needsKind, vacanciesKind } from './import/kinds.ts';
export { addImportKinds } from './import/known-kinds.ts';
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
export { type ComparedCard, linkDuplicates } from './import/vacancies/find-duplicates.ts';
export { type JudgedCard, unreadyOf } from './import/vacancies/need-of-card.ts';
export { countedPlaces } from './import/vacancies/read-card.ts';
export type { Unready, VacancyRow } from './import/vacancies/vacancy-row.ts';
export { linesVersion } from './lines/lines-version.ts';
export { publicationLimits } from './rules/publication-limits.ts';
export { VACANCY_RULE, type VacancyRule } from './rules/vacancy-rule.ts';
export { vacancyRuleOn } from './rules/vacancy-rule-on.ts';
export { type Limits, type PublicCell, tells, withhold, withholdRows } from './rules/withhold.ts';
export { type ImportInput, runImport } from './upload/run-import.ts';
export type { Effect, ReadFile, Spelling, StoredImport, StoredKind } from './upload/stored-kind.ts';
export { publicLists, storedLists } from './upload/stored-lists.ts';
export { relinkVacancies } from './vacancies/relink-vacancies.ts';
