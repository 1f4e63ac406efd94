/** A fault of the input: id of a message, its parameters, and where it stands. */
export interface FitIssue {
  code: string;
  params: Record<string, string | number>;
  /** Like `people[3].has[0]`. */
  path: string;
}

/** The input cannot be computed. Holds the faults found, at most `MOST_ISSUES`. */
export class FitInputError extends Error {
  readonly issues: readonly FitIssue[];

  constructor(issues: readonly FitIssue[]) {
    super(issues.map((i) => `${i.path}: ${i.code} ${JSON.stringify(i.params)}`).join('; '));
    this.name = 'FitInputError';
    this.issues = issues;
  }
}

export const MOST_ISSUES = 100;
