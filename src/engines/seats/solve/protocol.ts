/** What goes to the solver thread and comes back. Everything is a plain value or a typed array. */
export interface LinearProgram {
  rows: number;
  cols: number;
  cost: Float64Array;
  colLower: Float64Array;
  colUpper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  /** Absent for a linear relaxation. */
  integer?: Uint8Array;
}

export interface SolveRequest {
  program: LinearProgram;
  options?: Record<string, string | number | boolean>;
  /** A full solution of a program with whole numbers, to start from. */
  start?: Float64Array;
  /** Part of a solution (whole-number columns): the solver tries to complete it. */
  partialStart?: { indices: Int32Array; values: Float64Array };
  /**
   * Stop the search with whole numbers once it has spent so many simplex iterations: unlike the clock, the same on
   * every machine. The best plan and bound so far are the answer.
   */
  maxIterations?: number;
  /** When the linear program is infeasible, look for an irreducible conflict. */
  conflict?: boolean;
}

export interface SolveReply {
  status: 'optimal' | 'infeasible' | 'unbounded' | 'limit' | 'failed';
  /** The solver's own number of the status, for the certificate. */
  code: number;
  objective: number;
  /** Best bound of a program with whole numbers, as reported by the solver. */
  bound: number;
  nodes: number;
  iterations: number;
  /** Absent when no feasible point is known. */
  x?: Float64Array;
  rowDual?: Float64Array;
  conflict?: { rows: Int32Array; cols: Int32Array };
  version: string;
}

export interface SolveProgress {
  seconds: number;
  iterations?: number;
  nodes?: number;
  best?: number;
  bound?: number;
  gap?: number;
}

export type ToWorker = { id: number; request: SolveRequest };
export type FromWorker =
  | { id: number; progress: SolveProgress }
  | { id: number; reply: SolveReply }
  | { id: number; error: string };
