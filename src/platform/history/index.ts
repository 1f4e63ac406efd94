export { appendEntries, appendHistory, canonical, type HistoryEntry, saltedHash } from './append.ts';
export {
  defineProof,
  isProof,
  type RecordFault,
  type RecordProof,
  verifyRecords,
} from './define-proof.ts';
export { type Erasure, eraseValues } from './erase-values.ts';
export { adoptRestoredHistory, sealHistory } from './seal-history.ts';
export type { Subject } from './subject.ts';
export { idsOf, joinSubject, partSubject, uuidsOf } from './subject-alias.ts';
export { type Fault, type FaultKind, type Verdict, verifyHistory } from './verify/verify-history.ts';
