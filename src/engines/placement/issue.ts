/** A fault of the input: id of a message, its parameters, and where it stands. */
export interface PlacementIssue {
  code: string;
  params: Record<string, string | number>;
  /** Like `students[3].ranks[0]`. */
  path: string;
}

/** The input cannot be computed. Holds every fault found, at most `MOST_ISSUES`. */
export class PlacementInputError extends Error {
  readonly issues: readonly PlacementIssue[];

  constructor(issues: readonly PlacementIssue[]) {
    super(issues.map((i) => `${i.path}: ${i.code} ${JSON.stringify(i.params)}`).join('; '));
    this.name = 'PlacementInputError';
    this.issues = issues;
  }
}

export const MOST_ISSUES = 100;
