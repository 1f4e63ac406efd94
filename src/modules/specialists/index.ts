export { type PlannableExpert, plannableExperts } from './availability/free-days.ts';
export { declareInterest } from './conflicts/declare-interest.ts';
export { judgeConflicts, type PairConflict } from './conflicts/judge-conflicts.ts';
export { judgeExams } from './conflicts/judge-exams.ts';
export { judgeSeats, type Seats } from './conflicts/judge-seats.ts';
export { readTieFacts, type TieFacts } from './conflicts/tie-facts.ts';
export {
  CONFLICT_CODES,
  type Conflict,
  type ConflictCode,
  type Examinee,
  type Severity,
} from './conflicts/types.ts';
export { noteService, noteServices, type Service } from './experts/note-service.ts';
export {
  codesThatCover,
  type ExpertRight,
  expertRightsOn,
  LEVELS,
  type Level,
  REGIMES,
  type Regime,
} from './experts/rights-on.ts';
export {
  assignTrainee,
  endTutoring,
  judgeMentor,
  type NewTraining,
  type Training,
} from './mentors/assign-trainee.ts';
