import type { LinearProgram } from './protocol.ts';

const rounds = 20;

/**
 * The same program with limits for columns that have none, where its rows imply them: x ≤ (side − least of the others) / a.
 * Every point that satisfies the rows keeps to them, so a dual bound over them is as valid; without them one reduced
 * cost of 1e-17, left by rounding, would meet an infinite side and prove nothing. Moved outwards against rounding.
 * Finite limits are never tightened.
 */
export function withImpliedLimits(p: LinearProgram): LinearProgram {
  const lower = p.colLower.slice();
  const upper = p.colUpper.slice();
  for (let round = 0, more = true; more && round < rounds; round++) {
    const sums = activities(p, lower, upper);
    more = false;
    for (let j = 0; j < p.cols; j++)
      for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++) {
        const i = p.indices[k]!;
        const a = p.values[k]!;
        const high = without(sums.least[i]!, sums.leastEndless[i]!, a > 0 ? lower[j]! : upper[j]!, a);
        const low = without(sums.most[i]!, sums.mostEndless[i]!, a > 0 ? upper[j]! : lower[j]!, a);
        const top = high === undefined ? Infinity : outward((p.rowUpper[i]! - high) / a, a, sums.size[i]!);
        const end = low === undefined ? -Infinity : outward((p.rowLower[i]! - low) / a, -a, sums.size[i]!);
        const [from, to] = a > 0 ? [end, top] : [top, end];
        if (lower[j] === -Infinity && Number.isFinite(from)) {
          lower[j] = from;
          more = true;
        }
        if (upper[j] === Infinity && Number.isFinite(to)) {
          upper[j] = to;
          more = true;
        }
      }
  }
  return { ...p, colLower: lower, colUpper: upper };
}

/** Least and most a row can add up to: the finite part, and how many of its columns are endless there. */
function activities(p: LinearProgram, lower: Float64Array, upper: Float64Array) {
  const least = new Float64Array(p.rows);
  const most = new Float64Array(p.rows);
  const size = new Float64Array(p.rows);
  const leastEndless = new Int32Array(p.rows);
  const mostEndless = new Int32Array(p.rows);
  const add = (i: number, v: number, sum: Float64Array, endless: Int32Array) => {
    if (Number.isFinite(v)) {
      sum[i] = sum[i]! + v;
      size[i] = size[i]! + Math.abs(v);
    } else endless[i] = endless[i]! + 1;
  };
  for (let j = 0; j < p.cols; j++)
    for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++) {
      const a = p.values[k]!;
      add(p.indices[k]!, a * (a > 0 ? lower[j]! : upper[j]!), least, leastEndless);
      add(p.indices[k]!, a * (a > 0 ? upper[j]! : lower[j]!), most, mostEndless);
    }
  return { least, most, size, leastEndless, mostEndless };
}

/** The sum of a row without one of its columns; nothing when another column is endless. */
function without(sum: number, endless: number, limit: number, a: number): number | undefined {
  if (Number.isFinite(limit)) return endless === 0 ? sum - a * limit : undefined;
  return endless === 1 ? sum : undefined;
}

/** A limit moved away from the column's range by more than the sums can have lost. */
function outward(v: number, direction: number, size: number): number {
  return v + Math.sign(direction) * 1e-9 * (1 + Math.abs(v) + size / Math.abs(direction));
}
