import type { Label, RowKind } from '../model/label.ts';
import type { SparseModel } from '../model/sparse.ts';
import { stageProgram } from '../solve/program.ts';
import type { LinearProgram } from '../solve/protocol.ts';
import type { Solver } from '../solve/solver.ts';
import type { OrderInstance } from '../types.ts';

/** By how much one limit would have to give way (seats, groups, or millions of roubles of a budget). */
export interface Relief {
  label: Label<RowKind>;
  amount: number;
}

/** Price of one unit of giving way, in seats. Rows not named here are facts and never give way. */
const price: Partial<Record<RowKind, number>> = {
  places: 1,
  workshop: 1,
  applicants: 1,
  demand: 1,
  minSeats: 1,
  policy: 1,
  decision: 1,
  stability: 1,
  newLimit: 10,
  centre: 10,
  budget: 8,
};

/**
 * The smallest weighted relief of limits that makes a plan possible: linear first, then with whole groups
 * over the limits found, so that applying it really gives a plan.
 */
export async function smallestRelief(m: SparseModel, solver: Solver): Promise<Relief[]> {
  const { program, owner } = elastic(m);
  const options = { random_seed: 1, mip_rel_gap: 0.01, mip_max_nodes: 50, time_limit: 8 };
  const linear = await solver.run({
    program: { ...program, integer: undefined },
    options: { random_seed: 1 },
  });
  if (!linear.x) return [];
  const whole = await solver.run({ program, options });
  const x = whole.x ?? linear.x;
  const sums = new Map<number, number>();
  owner.forEach((row, k) => {
    const v = x[m.cols + k]!;
    if (v > 1e-6) sums.set(row, (sums.get(row) ?? 0) + v);
  });
  const unit = (row: number) => price[m.rowLabels[row]!.kind]!;
  return [...sums]
    .map(([row, amount]) => ({ row, label: m.rowLabels[row]!, amount }))
    .sort((a, b) => b.amount * unit(b.row) - a.amount * unit(a.row) || a.row - b.row)
    .map(({ label, amount }) => ({ label, amount }));
}

/** The model with two more columns per row that may give way (more, less), and only their price as the goal. */
function elastic(m: SparseModel): { program: LinearProgram; owner: number[] } {
  const owner: number[] = [];
  const signs: number[] = [];
  m.rowLabels.forEach((l, i) => {
    if (price[l.kind] === undefined) return;
    if (Number.isFinite(m.rowLower[i]!)) {
      owner.push(i);
      signs.push(1);
    }
    if (Number.isFinite(m.rowUpper[i]!)) {
      owner.push(i);
      signs.push(-1);
    }
  });
  const base = stageProgram(m, 1, [], true);
  const n = owner.length;
  const join = (a: Float64Array, fill: (k: number) => number) => {
    const out = new Float64Array(a.length + n);
    out.set(a);
    for (let k = 0; k < n; k++) out[a.length + k] = fill(k);
    return out;
  };
  const starts = new Int32Array(m.cols + n + 1);
  starts.set(base.starts);
  for (let k = 1; k <= n; k++) starts[m.cols + k] = base.values.length + k;
  const integer = new Uint8Array(m.cols + n);
  integer.set(m.integer);
  return {
    owner,
    program: {
      rows: m.rows,
      cols: m.cols + n,
      cost: join(new Float64Array(m.cols), (k) => price[m.rowLabels[owner[k]!]!.kind]!),
      colLower: join(m.colLower, () => 0),
      colUpper: join(m.colUpper, () => 1e5),
      rowLower: m.rowLower,
      rowUpper: m.rowUpper,
      starts,
      indices: Int32Array.from([...base.indices, ...owner]),
      values: join(base.values, (k) => signs[k]!),
      integer,
    },
  };
}

/** The instance with its limits eased as the relief says (rounded up). A plan exists for it. */
export function applyRelief(o: OrderInstance, relief: Relief[]): OrderInstance {
  const eased = structuredClone(o);
  for (const { label: l, amount } of relief) {
    const n = Math.ceil(amount - 1e-6);
    const pair = eased.pairs.find((p) => p.college === l.college && p.programme === l.programme);
    const year = l.year!;
    switch (l.kind) {
      case 'places':
        eased.colleges.find((c) => c.id === l.college)!.places += n;
        break;
      case 'workshop':
        eased.workshops!.find((w) => w.id === l.id)!.capacity += n;
        break;
      case 'budget':
        eased.budgets!.find((b) => b.id === l.id && b.year === year)!.amount += Math.ceil(
          amount * 1e8 + 1000,
        );
        break;
      case 'applicants':
        eased.applicants!.find((a) => `${a.area}:${a.base}` === l.id && a.year === year)!.count += n;
        break;
      case 'demand':
        pair!.demand! += n;
        break;
      case 'minSeats':
        pair!.minSeats = Math.max(0, pair!.minSeats! - n);
        break;
      case 'stability':
        if (pair!.maxCut !== undefined) pair!.maxCut += n;
        if (pair!.maxRise !== undefined) pair!.maxRise += n;
        break;
      case 'newLimit':
        eased.settings = {
          ...eased.settings,
          newPerCollegeYear: (eased.settings?.newPerCollegeYear ?? 2) + n,
        };
        break;
      case 'centre':
        eased.centres!.find((c) => c.id === l.id)!.groupsPerYear += n;
        break;
      case 'decision':
        eased.decisions = eased.decisions!.filter(
          (d) => d.college !== l.college || d.programme !== l.programme || d.year !== year,
        );
        break;
      case 'policy':
        easePolicy(eased, l.id!, n);
        break;
    }
  }
  return eased;
}

/** A share has no seats of its own: it is eased by the seats missing over the most seats it may concern. */
function easePolicy(o: OrderInstance, id: string, n: number): void {
  const p = o.policies!.find((x) => x.id === id)!;
  if (p.kind === 'minSeats') p.seats = Math.max(0, p.seats! - n);
  else if (p.kind === 'maxSeats') p.seats! += n;
  else {
    const least = o.pairs.reduce(
      (s, x) => s + Math.max(0, x.lastYear - (x.maxCut ?? x.lastYear), x.minSeats ?? 0),
      0,
    );
    const share = p.share! - n / Math.max(least, n);
    // Below the smallest share nothing is left of the rule.
    if (share < 0.001) o.policies = o.policies!.filter((x) => x !== p);
    else p.share = share;
  }
}
