/** A fault of the input: id of a message, its parameters, and where it stands. */
export interface StaffingIssue {
  code: string;
  params: Record<string, string | number>;
  /** Like `sessions[3].n`. */
  path: string;
}

/** The input cannot be computed. Holds the faults found, at most `MOST_ISSUES`. */
export class StaffingInputError extends Error {
  readonly issues: readonly StaffingIssue[];

  constructor(issues: readonly StaffingIssue[]) {
    super(issues.map((i) => `${i.path}: ${i.code} ${JSON.stringify(i.params)}`).join('; '));
    this.name = 'StaffingInputError';
    this.issues = issues;
  }
}

export const MOST_ISSUES = 100;
