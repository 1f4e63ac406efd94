export const CONFLICT_CODES = ['CI-1', 'CI-2', 'CI-3', 'CI-4', 'CI-5', 'CI-6', 'CI-7', 'CI-8'] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** `block`: may not sit with this examinee. `declare`: may sit after declaring the interest. */
export type Severity = 'block' | 'declare';

/** The tie a conflict stands on. Of kinship it is never given. */
export interface ConflictTie {
  id: string;
  kind: string;
  sourceKind: string;
  sourceId: string;
  from: string | null;
  to: string | null;
}

export interface Conflict {
  /** The examinee or the exam that was asked for. */
  key: string;
  /** The expert, as a person of the registry. */
  expertId: string;
  code: ConflictCode;
  severity: Severity;
  /** The rule's words, with `params`. */
  messageKey: string;
  params: Record<string, string | number | boolean | null>;
  /** How many of the examinees asked for under this key it touches. */
  students: number;
  tie: ConflictTie | null;
}

/** One examinee on one day; those with one key are judged together, such as a session. */
export interface Examinee {
  key: string;
  personId: string;
  on: string;
}
