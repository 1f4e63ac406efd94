import { checkPlan, type PlanCheck } from '../check/check-plan.ts';
import type { SparseModel } from '../model/sparse.ts';
import { type Plan, readPlan } from '../plan.ts';
import { stageProgram } from '../solve/program.ts';
import type { LinearProgram } from '../solve/protocol.ts';
import type { Solver } from '../solve/solver.ts';
import type { OrderInstance } from '../types.ts';
import { greedySeats, type SeatChoice, seatColumns } from './greedy.ts';
import { nearestOrder } from './nearest.ts';

export interface Baseline {
  id: 'lastYear' | 'lastYearFitted' | 'greedy';
  plan: Plan;
  check: PlanCheck;
}

/**
 * Simple orders to compare with: last year's seats again in every intake as they were (limits it breaks are listed),
 * the order nearest to them that breaks none, and the greedy rule, mended the same way. Graduates and retraining of
 * each are then placed as well as possible (a favour to them), and the same checker counts all.
 */
export async function computeBaselines(
  o: OrderInstance,
  m: SparseModel,
  solver: Solver,
): Promise<Baseline[]> {
  const last = lastYearSeats(o, m);
  const out: Baseline[] = [];
  for (const id of ['lastYear', 'lastYearFitted', 'greedy'] as const) {
    const choice = id === 'greedy' ? greedySeats(o, m) : last;
    const mended = id === 'lastYear' ? undefined : await nearestOrder(m, choice, solver);
    const x = await placeSeats(m, mended ?? asChosen(o, m, choice), solver);
    const plan = readPlan(o.id, m, x);
    out.push({ id, plan, check: checkPlan(o, plan) });
  }
  return out;
}

function lastYearSeats(o: OrderInstance, m: SparseModel): SeatChoice {
  const at = seatColumns(m);
  const out: SeatChoice = new Map();
  for (const p of o.pairs)
    for (let t = 0; t < o.intakes; t++)
      out.set(at.get(`${p.college}|${p.programme}|${o.decisionYear + t}`)!, p.lastYear);
  return out;
}

const seatKinds: ReadonlySet<string> = new Set(['seats', 'groups', 'opening', 'rise', 'cut']);

/** Rows that a given order may break; they give way to it and the checker reports them. */
const mayBreak = new Set([
  'groupMin',
  'groupMax',
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

/** Columns of seats, groups, openings, rises and cuts that follow from chosen seats; NaN elsewhere. */
function asChosen(o: OrderInstance, m: SparseModel, choice: SeatChoice): Float64Array {
  const fixed = new Float64Array(m.cols).fill(Number.NaN);
  const size = new Map(o.programmes.map((p) => [p.id, p.groupMax]));
  const pairMax = new Map(
    o.pairs.map((p) => [`${p.college}|${p.programme}`, p.groupMax ?? size.get(p.programme)!]),
  );
  const at = seatColumns(m);
  const before = new Map(o.pairs.map((p) => [`${p.college}|${p.programme}`, p.lastYear]));
  const taught = new Set<string>();
  m.colLabels.forEach((l, j) => {
    if (!seatKinds.has(l.kind)) return;
    const pair = `${l.college}|${l.programme}`;
    const seats = choice.get(at.get(`${pair}|${l.year}`)!) ?? 0;
    const earlier =
      l.year === o.decisionYear ? before.get(pair)! : (choice.get(at.get(`${pair}|${l.year! - 1}`)!) ?? 0);
    if (l.kind === 'seats') fixed[j] = seats;
    else if (l.kind === 'groups') fixed[j] = Math.ceil(seats / pairMax.get(pair)!);
    else if (l.kind === 'rise') fixed[j] = Math.max(0, seats - earlier);
    else if (l.kind === 'cut') fixed[j] = Math.max(0, earlier - seats);
    else {
      fixed[j] = seats > 0 && !taught.has(pair) ? 1 : 0;
      if (seats > 0) taught.add(pair);
    }
  });
  return fixed;
}

/** Last year may have had more seats than today's groups hold: then more graduates than expected find no job. */
function room(m: SparseModel, j: number, limit: number, use: Float64Array): number {
  return m.colLabels[j]!.kind === 'waste' ? Math.max(limit, -use[m.indices[m.starts[j]!]!]!) : limit;
}

/** The best flows and retraining for seats that are given. */
async function placeSeats(m: SparseModel, fixed: Float64Array, solver: Solver): Promise<Float64Array> {
  const use = new Float64Array(m.rows);
  for (let j = 0; j < m.cols; j++)
    if (fixed[j]! > 0)
      for (let k = m.starts[j]!; k < m.starts[j + 1]!; k++) use[m.indices[k]!]! += m.values[k]! * fixed[j]!;
  const eased: LinearProgram = {
    ...stageProgram(m, 1, [], true),
    cost: m.objectives[0]!.map((v, j) => v + 1e-3 * m.objectives[2]![j]!),
    colLower: m.colLower.map((v, j) => (Number.isNaN(fixed[j]!) ? v : fixed[j]!)),
    colUpper: m.colUpper.map((v, j) => (Number.isNaN(fixed[j]!) ? room(m, j, v, use) : fixed[j]!)),
    rowLower: m.rowLower.map((v, i) => (mayBreak.has(m.rowLabels[i]!.kind) ? Math.min(v, use[i]!) : v)),
    rowUpper: m.rowUpper.map((v, i) => (mayBreak.has(m.rowLabels[i]!.kind) ? Math.max(v, use[i]!) : v)),
  };
  const reply = await solver.run({
    program: eased,
    options: { random_seed: 1, mip_rel_gap: 1e-3, mip_max_nodes: 200 },
    maxIterations: 200_000,
  });
  if (!reply.x) throw new Error(`seats given could not be placed (status ${reply.code})`);
  for (let j = 0; j < m.cols; j++) if (m.integer[j]) reply.x[j] = Math.round(reply.x[j]!);
  return reply.x;
}
