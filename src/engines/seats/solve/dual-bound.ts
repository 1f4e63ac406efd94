import type { LinearProgram } from './protocol.ts';

/**
 * Lower bound of a linear program from any multipliers `y`, valid whatever rounding produced them:
 * d = c − Aᵀy, LB = Σ y·(side of the row) + Σ d·(side of the column), with compensated sums.
 * A multiplier that would meet an infinite side counts as zero.
 */
export function dualBound(p: LinearProgram, y: Float64Array): number {
  const used = Float64Array.from(y);
  let sum = 0;
  let lost = 0;
  const add = (v: number) => {
    const t = sum + v;
    lost += Math.abs(sum) >= Math.abs(v) ? sum - t + v : v - t + sum;
    sum = t;
  };
  for (let i = 0; i < p.rows; i++) {
    const side = used[i]! > 0 ? p.rowLower[i]! : p.rowUpper[i]!;
    if (used[i] === 0) continue;
    if (!Number.isFinite(side)) used[i] = 0;
    else add(used[i]! * side);
  }
  for (let j = 0; j < p.cols; j++) {
    let d = p.cost[j]!;
    let low = 0;
    for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++) {
      const v = -used[p.indices[k]!]! * p.values[k]!;
      const t = d + v;
      low += Math.abs(d) >= Math.abs(v) ? d - t + v : v - t + d;
      d = t;
    }
    d += low;
    if (d !== 0) add(d * (d > 0 ? p.colLower[j]! : p.colUpper[j]!));
  }
  return sum + lost;
}
