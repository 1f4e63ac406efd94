export { appendHistory, canonical, type HistoryEntry, saltedHash } from './append.ts';
export type { Subject } from './subject.ts';
