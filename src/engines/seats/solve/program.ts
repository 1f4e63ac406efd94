import type { SparseModel } from '../model/sparse.ts';
import type { LinearProgram } from './protocol.ts';

/** A cap on the value of an earlier stage. */
export interface StageCap {
  stage: number;
  limit: number;
}

/** The program of one stage: the model's rows, one more row for each earlier stage, that stage's objective. */
export function stageProgram(m: SparseModel, stage: number, caps: StageCap[], whole: boolean): LinearProgram {
  const extra = caps.map((c) => m.objectives[c.stage - 1]!);
  const more = extra.reduce((n, o) => n + o.reduce((k, v) => k + (v === 0 ? 0 : 1), 0), 0);
  const starts = new Int32Array(m.cols + 1);
  const indices = new Int32Array(m.values.length + more);
  const values = new Float64Array(m.values.length + more);
  let at = 0;
  for (let j = 0; j < m.cols; j++) {
    starts[j] = at;
    for (let k = m.starts[j]!; k < m.starts[j + 1]!; k++) {
      indices[at] = m.indices[k]!;
      values[at++] = m.values[k]!;
    }
    extra.forEach((o, i) => {
      if (o[j] === 0) return;
      indices[at] = m.rows + i;
      values[at++] = o[j]!;
    });
  }
  starts[m.cols] = at;
  return {
    rows: m.rows + caps.length,
    cols: m.cols,
    cost: m.objectives[stage - 1]!,
    colLower: m.colLower,
    colUpper: m.colUpper,
    rowLower: Float64Array.from([...m.rowLower, ...caps.map(() => -Infinity)]),
    rowUpper: Float64Array.from([...m.rowUpper, ...caps.map((c) => c.limit)]),
    starts,
    indices,
    values,
    ...(whole ? { integer: m.integer } : {}),
  };
}

/** The same program with its whole-number columns held at the values of `x`, rounded. */
export function withWholeFixed(p: LinearProgram, integer: Uint8Array, x: Float64Array): LinearProgram {
  const colLower = p.colLower.slice();
  const colUpper = p.colUpper.slice();
  for (let j = 0; j < p.cols; j++) if (integer[j]) colLower[j] = colUpper[j] = Math.round(x[j]!);
  return { ...p, colLower, colUpper, integer: undefined };
}

/** Value of a linear objective at `x`. */
export function goalValue(cost: Float64Array, x: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let j = 0; j < cost.length; j++) {
    const v = cost[j]! * x[j]!;
    const t = sum + v;
    lost += Math.abs(sum) >= Math.abs(v) ? sum - t + v : v - t + sum;
    sum = t;
  }
  return sum + lost;
}
