import type { ColumnKind, RowKind } from '../model/label.ts';
import type { SparseModel } from '../model/sparse.ts';
import type { LinearProgram } from '../solve/protocol.ts';
import type { Solver } from '../solve/solver.ts';
import type { SeatChoice } from './greedy.ts';

const kept: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['seats', 'groups', 'opening', 'rise', 'cut']);
const limits: ReadonlySet<RowKind> = new Set<RowKind>([
  'groupMin',
  'groupMax',
  'stability',
  'mayTeach',
  'newLimit',
  'places',
  'workshop',
  'budget',
  'applicants',
  'demand',
  'minSeats',
  'policy',
  'decision',
]);

/**
 * The order that respects every limit and is nearest to a given choice of seats (sum of differences over all
 * intakes, to one hundredth; retraining is left out, so its money is counted as free).
 * @returns values of the columns of seats, groups, openings, rises and cuts, NaN elsewhere; undefined when no order
 * respects the limits.
 */
export async function nearestOrder(
  m: SparseModel,
  choice: SeatChoice,
  solver: Solver,
): Promise<Float64Array | undefined> {
  const columns: number[] = [];
  for (let j = 0; j < m.cols; j++) if (kept.has(m.colLabels[j]!.kind)) columns.push(j);
  const reply = await solver.run({
    program: distanceProgram(m, columns, choice),
    options: { random_seed: 1, mip_rel_gap: 0.01, mip_max_nodes: 200 },
    maxIterations: 200_000,
  });
  if (!reply.x) return undefined;
  const out = new Float64Array(m.cols).fill(Number.NaN);
  columns.forEach((j, k) => {
    out[j] = m.integer[j] ? Math.round(reply.x![k]!) : reply.x![k]!;
  });
  return out;
}

/** The seat side of the model alone, with two more columns and one more row for each seat that is chosen. */
function distanceProgram(m: SparseModel, columns: number[], choice: SeatChoice): LinearProgram {
  const rowAt = new Map<number, number>();
  m.rowLabels.forEach((l, i) => {
    if (limits.has(l.kind)) rowAt.set(i, rowAt.size);
  });
  const seats = columns.filter((j) => m.colLabels[j]!.kind === 'seats');
  const apart = new Map(seats.map((j, k) => [j, rowAt.size + k]));
  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  for (const j of columns) {
    starts.push(indices.length);
    for (let k = m.starts[j]!; k < m.starts[j + 1]!; k++) {
      const row = rowAt.get(m.indices[k]!);
      if (row === undefined) continue;
      indices.push(row);
      values.push(m.values[k]!);
    }
    const row = apart.get(j);
    if (row === undefined) continue;
    indices.push(row);
    values.push(1);
  }
  // Too many, then too few: seats − too many + too few = the choice.
  for (const sign of [-1, 1])
    for (const j of seats) {
      starts.push(indices.length);
      indices.push(apart.get(j)!);
      values.push(sign);
    }
  starts.push(indices.length);
  const wanted = seats.map((j) => choice.get(j) ?? 0);
  const rows = [...rowAt.keys()];
  const of = (from: ArrayLike<number>, list: number[], more: number[]) =>
    Float64Array.from([...list.map((i) => from[i]!), ...more]);
  const distance = 2 * seats.length;
  const furthest = seats.map((j, k) => Math.max(m.colUpper[j]!, wanted[k]!));
  const integer = new Uint8Array(columns.length + distance);
  columns.forEach((j, k) => {
    integer[k] = m.integer[j]!;
  });
  return {
    rows: rows.length + seats.length,
    cols: columns.length + distance,
    cost: Float64Array.from({ length: columns.length + distance }, (_, k) => (k < columns.length ? 0 : 1)),
    colLower: of(m.colLower, columns, new Array<number>(distance).fill(0)),
    colUpper: of(m.colUpper, columns, [...furthest, ...furthest]),
    rowLower: of(m.rowLower, rows, wanted),
    rowUpper: of(m.rowUpper, rows, wanted),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    integer,
  };
}
