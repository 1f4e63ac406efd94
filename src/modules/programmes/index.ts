export { putSeatLine, type SeatLine } from './admission/put-seat-line.ts';
export { groupOf } from './groups/group-of.ts';
export type { FileReport } from './import/file-report.ts';
export { importContingent } from './import/import-contingent.ts';
export { importCurriculum } from './import/import-curriculum.ts';
export { importOutcomes, looksLikeForm, type OutcomeRow } from './import-outcomes/index.ts';
export { planHours, practiceShare } from './rules/practice-share.ts';
export { type Enrolment, enrolStudent } from './students/enrol-student.ts';
