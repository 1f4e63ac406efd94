import type { ExpectedField, FactField } from './layout.ts';

/** One accepted line of the monitoring form. Counts are persons; texts about single persons are left in the file. */
export interface OutcomeRow extends Record<FactField, number> {
  /** Row of the file, from 1. */
  row: number;
  /** First row of its block: the eight lines of one programme of one college. */
  block: number;
  college: string;
  /** The spelling of the file, untouched: merging colleges is decided by a person. */
  collegeAsWritten: string;
  subordination: string | null;
  organisationKind: string | null;
  code: string;
  /** 1 all graduates, 2…8 their parts as the form numbers them. */
  line: number;
  /** What the college expects; null where it was not filled or does not add up. */
  expected: Record<ExpectedField, number> | null;
}
