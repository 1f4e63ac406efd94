import { type NamedProgram, readMps } from '../mps/read-mps.ts';
import { dualBound } from './dual-bound.ts';
import { withImpliedLimits } from './implied-limits.ts';
import { goalValue } from './program.ts';
import type { LinearProgram, SolveProgress, SolveReply } from './protocol.ts';
import type { Solver } from './solver.ts';

export interface MpsSolution {
  format: 'rostok-solution/1';
  name: string;
  rows: number;
  columns: number;
  sense: 'min' | 'max';
  status: SolveReply['status'];
  objective: number | null;
  relaxed: { objective: number | null; status: SolveReply['status'] };
  /** Our own bound of the linear relaxation, proved by the duals below; null where an endless column allows none. */
  ownBound: number | null;
  solverBound: number | null;
  /** |objective − own bound| / |objective|, constant part included. */
  ownGap: number | null;
  worstRow: number | null;
  worstLimit: number | null;
  worstWhole: number | null;
  solver: string;
  x: Record<string, number>;
  duals: Record<string, number>;
}

/**
 * Any MPS model: optimum, duals of the linear relaxation, our own bound, the violations recomputed here.
 * A maximum is turned into a minimum inside and back in the answer.
 * @throws MpsError for a faulty file.
 */
export async function solveMps(
  text: string,
  solver: Solver,
  o: { gap?: number; seconds?: number; seed?: number; onProgress?: (p: SolveProgress) => void } = {},
): Promise<MpsSolution> {
  const named = readMps(text);
  const sign = named.maximize ? -1 : 1;
  const program = { ...named, cost: named.cost.map((c) => sign * c) };
  const { integer, ...linear } = plain(program);
  const options = { random_seed: o.seed ?? 1, ...(o.seconds ? { time_limit: o.seconds } : {}) };
  const relaxed = await solver.run({ program: linear, options }, o.onProgress);
  const whole =
    integer && relaxed.status === 'optimal'
      ? await solver.run(
          { program: { ...linear, integer }, options: { ...options, mip_rel_gap: o.gap ?? 1e-6 } },
          o.onProgress,
        )
      : relaxed;
  // An endless relaxation says nothing of whole numbers: there may be none that keep to the limits at all.
  const status =
    integer && relaxed.status === 'unbounded'
      ? await endless(linear, integer, solver, options)
      : whole.status;
  const out = (v: number | undefined) =>
    v === undefined || !Number.isFinite(v) ? null : sign * v + named.offset;
  const found = status === 'optimal' || status === 'limit' ? whole.x : undefined;
  const objective = found ? goalValue(program.cost, found) : undefined;
  const bound = relaxed.rowDual ? dualBound(withImpliedLimits(linear), relaxed.rowDual) : undefined;
  const known = bound !== undefined && Number.isFinite(bound) && status !== 'infeasible';
  const worst = found ? violations(program, found) : undefined;
  const byName = (names: string[], v: Float64Array | undefined, s: number) =>
    Object.fromEntries(names.flatMap((n, i) => (v?.[i] ? [[n, s * v[i]!]] : [])));
  return {
    format: 'rostok-solution/1',
    name: named.name,
    rows: named.rows,
    columns: named.cols,
    sense: named.maximize ? 'max' : 'min',
    status,
    objective: out(objective),
    relaxed: {
      objective: out(
        relaxed.x && relaxed.status !== 'unbounded' ? goalValue(program.cost, relaxed.x) : undefined,
      ),
      status: relaxed.status,
    },
    ownBound: known ? out(bound) : null,
    solverBound: found ? out(integer ? whole.bound : objective) : null,
    ownGap:
      objective !== undefined && known
        ? (objective - bound) / Math.max(Math.abs(out(objective)!), 1e-9)
        : null,
    worstRow: worst?.row ?? null,
    worstLimit: worst?.limit ?? null,
    worstWhole: worst?.whole ?? null,
    solver: `highs ${whole.version}`,
    x: byName(named.colNames, found, 1),
    duals: byName(named.rowNames, relaxed.status === 'optimal' ? relaxed.rowDual : undefined, sign),
  };
}

/** Unbounded when some whole plan keeps to the limits (data of an MPS file are rational), infeasible when none does. */
async function endless(
  linear: LinearProgram,
  integer: Uint8Array,
  solver: Solver,
  options: Record<string, string | number | boolean>,
): Promise<SolveReply['status']> {
  const cost = new Float64Array(linear.cols);
  const any = await solver.run({ program: { ...linear, cost, integer }, options });
  return any.status === 'optimal' ? 'unbounded' : any.status;
}

/** Only what the solver thread needs: names would be copied for nothing. */
function plain(p: NamedProgram) {
  const { rows, cols, cost, colLower, colUpper, rowLower, rowUpper, starts, indices, values, integer } = p;
  return { rows, cols, cost, colLower, colUpper, rowLower, rowUpper, starts, indices, values, integer };
}

function violations(p: NamedProgram, x: Float64Array): { row: number; limit: number; whole: number } {
  const activity = new Float64Array(p.rows);
  let limit = 0;
  let whole = 0;
  for (let j = 0; j < p.cols; j++) {
    const v = x[j]!;
    limit = Math.max(limit, p.colLower[j]! - v, v - p.colUpper[j]!);
    if (p.integer?.[j]) whole = Math.max(whole, Math.abs(v - Math.round(v)));
    for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++) activity[p.indices[k]!]! += p.values[k]! * v;
  }
  let row = 0;
  activity.forEach((a, i) => {
    row = Math.max(row, p.rowLower[i]! - a, a - p.rowUpper[i]!);
  });
  return { row, limit, whole };
}
