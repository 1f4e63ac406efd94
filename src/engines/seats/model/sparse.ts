import type { ColumnKind, Label, RowKind } from './label.ts';

/** A linear model, columns compressed (CSC). `rowLower`/`rowUpper` may be infinite, column bounds never. */
export interface SparseModel {
  rows: number;
  cols: number;
  colLower: Float64Array;
  colUpper: Float64Array;
  integer: Uint8Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  /** Objectives F1…F4, one dense vector each. */
  objectives: Float64Array[];
  colLabels: Label<ColumnKind>[];
  rowLabels: Label<RowKind>[];
}

/** Collects rows, columns and coefficients in any order and compresses them once. */
export class SparseBuilder {
  readonly lo: number[] = [];
  readonly up: number[] = [];
  readonly whole: number[] = [];
  readonly rlo: number[] = [];
  readonly rup: number[] = [];
  readonly colLabels: Label<ColumnKind>[] = [];
  readonly rowLabels: Label<RowKind>[] = [];
  private readonly ri: number[] = [];
  private readonly ci: number[] = [];
  private readonly va: number[] = [];
  private readonly costs: number[][] = [[], [], [], []];

  column(label: Label<ColumnKind>, lo: number, up: number, integer = false): number {
    this.lo.push(lo);
    this.up.push(up);
    this.whole.push(integer ? 1 : 0);
    for (const c of this.costs) c.push(0);
    return this.colLabels.push(label) - 1;
  }

  row(label: Label<RowKind>, lo: number, up: number): number {
    this.rlo.push(lo);
    this.rup.push(up);
    return this.rowLabels.push(label) - 1;
  }

  put(row: number, col: number, value: number): void {
    if (value === 0) return;
    this.ri.push(row);
    this.ci.push(col);
    this.va.push(value);
  }

  /** Adds to the objective of stage 1…4. */
  cost(stage: 1 | 2 | 3 | 4, col: number, value: number): void {
    const c = this.costs[stage - 1]!;
    c[col] = (c[col] ?? 0) + value;
  }

  finish(): SparseModel {
    const n = this.colLabels.length;
    const nnz = this.va.length;
    const starts = new Int32Array(n + 1);
    for (const j of this.ci) starts[j + 1] = starts[j + 1]! + 1;
    for (let j = 0; j < n; j++) starts[j + 1] = starts[j + 1]! + starts[j]!;
    const at = starts.slice();
    const indices = new Int32Array(nnz);
    const values = new Float64Array(nnz);
    for (let k = 0; k < nnz; k++) {
      const q = at[this.ci[k]!]!++;
      indices[q] = this.ri[k]!;
      values[q] = this.va[k]!;
    }
    return {
      rows: this.rowLabels.length,
      cols: n,
      colLower: Float64Array.from(this.lo),
      colUpper: Float64Array.from(this.up),
      integer: Uint8Array.from(this.whole),
      rowLower: Float64Array.from(this.rlo),
      rowUpper: Float64Array.from(this.rup),
      starts,
      indices,
      values,
      objectives: this.costs.map((c) => Float64Array.from(c)),
      colLabels: this.colLabels,
      rowLabels: this.rowLabels,
    };
  }
}
