/** One fault of an input: where (path inside the document) and what, as a message id with parameters. */
export interface Problem {
  id: string;
  path: string;
  params: Record<string, string | number>;
}

/** An input that cannot be computed with; `problems` lists every fault found, in order of the document. */
export class SeatsInputError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map((p) => `${p.path}: ${p.id}`).join('; '));
    this.name = 'SeatsInputError';
    this.problems = problems;
  }
}
