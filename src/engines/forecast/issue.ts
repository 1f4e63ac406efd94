/** A fact about the input, as an id of a message and its parameters; words live in the catalogues. */
export interface EngineIssue {
  code: string;
  params: Record<string, string | number>;
}

/** Thrown when the input cannot be computed at all. Carries every fault found, not only the first. */
export class EngineInputError extends Error {
  readonly issues: readonly EngineIssue[];

  constructor(issues: readonly EngineIssue[]) {
    super(issues.map((i) => `${i.code} ${JSON.stringify(i.params)}`).join('; '));
    this.name = 'EngineInputError';
    this.issues = issues;
  }
}
