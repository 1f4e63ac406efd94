import { type NamedProgram, readMps } from '../mps/read-mps.ts';
import { dualBound } from './dual-bound.ts';
import { goalValue } from './program.ts';
import type { SolveProgress, SolveReply } from './protocol.ts';
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
  /** Our own bound of the linear relaxation, proved by the duals below; null without finite bounds. */
  ownBound: number | null;
  solverBound: number | null;
  /** (objective − own bound) / |objective|. */
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
  const out = (v: number | undefined) =>
    v === undefined || !Number.isFinite(v) ? null : sign * v + named.offset;
  const objective = whole.x ? goalValue(program.cost, whole.x) : undefined;
  const bound = relaxed.rowDual ? dualBound(linear, relaxed.rowDual) : undefined;
  const known = bound !== undefined && Number.isFinite(bound);
  const worst = whole.x ? violations(program, whole.x) : undefined;
  const byName = (names: string[], v: Float64Array | undefined, s: number) =>
    Object.fromEntries(names.flatMap((n, i) => (v?.[i] ? [[n, s * v[i]!]] : [])));
  return {
    format: 'rostok-solution/1',
    name: named.name,
    rows: named.rows,
    columns: named.cols,
    sense: named.maximize ? 'max' : 'min',
    status: whole.status,
    objective: out(objective),
    relaxed: {
      objective: out(relaxed.x ? goalValue(program.cost, relaxed.x) : undefined),
      status: relaxed.status,
    },
    ownBound: out(bound),
    solverBound: whole.x ? out(integer ? whole.bound : objective) : null,
    ownGap:
      objective !== undefined && known ? (objective - bound) / Math.max(Math.abs(objective), 1e-9) : null,
    worstRow: worst?.row ?? null,
    worstLimit: worst?.limit ?? null,
    worstWhole: worst?.whole ?? null,
    solver: `highs ${whole.version}`,
    x: byName(named.colNames, whole.x, 1),
    duals: byName(named.rowNames, relaxed.rowDual, sign),
  };
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
