import type { SparseModel } from '../model/sparse.ts';
import { stageProgram, withWholeFixed } from '../solve/program.ts';
import type { Solver } from '../solve/solver.ts';
import type { OrderInstance } from '../types.ts';

/** How many programmes far away are freed because money or people come from them, and go to them. */
const far = 12;
/** Rows that tie a pair to itself, not to others. */
const own: ReadonlySet<string> = new Set(['groupMin', 'groupMax', 'mayTeach', 'stability']);

const pairKey = (l: { college?: string; programme?: string }) => `${l.college}|${l.programme}`;

/**
 * The pairs (`college|programme`) that a change of one pair's seats can move: those of its college, those that train
 * for the same jobs in the same zones, and, wherever they are, those where one more seat would bring most and one
 * fewer cost least (through money, applicants and rules shared by the whole region).
 */
export async function linkedPairs(
  o: OrderInstance,
  m: SparseModel,
  x: Float64Array,
  solver: Solver,
  at: { college: string; programme: string },
): Promise<Set<string>> {
  const district = new Map(o.districts.map((d) => [d.id, d.zone]));
  const zone = new Map(o.colleges.map((c) => [c.id, district.get(c.district)]));
  const cohort = `${zone.get(at.college)}|${at.programme}`;
  const cell = (l: SparseModel['colLabels'][number]) => `${l.occupation}|${l.toZone}|${l.year}`;
  const flows = m.colLabels.filter((l) => l.kind === 'flow');
  const cells = new Set(flows.filter((l) => `${l.zone}|${l.programme}` === cohort).map(cell));
  const rivals = new Set(flows.filter((l) => cells.has(cell(l))).map((l) => `${l.zone}|${l.programme}`));
  const out = new Set<string>();
  for (const p of o.pairs)
    if (p.college === at.college || rivals.has(`${zone.get(p.college)}|${p.programme}`)) out.add(pairKey(p));
  for (const key of await swayed(o, m, x, solver, out)) out.add(key);
  return out;
}

/** Of the others: where one more seat brings most, and where one fewer costs least, by the prices of the order. */
async function swayed(
  o: OrderInstance,
  m: SparseModel,
  x: Float64Array,
  solver: Solver,
  near: ReadonlySet<string>,
): Promise<string[]> {
  const held = await solver.run({
    program: withWholeFixed(stageProgram(m, 1, [], false), m.integer, x),
    options: { random_seed: 1, simplex_dual_edge_weight_strategy: 1 },
  });
  const y = held.rowDual;
  if (!y) return [];
  const others: { key: string; seats: number; change: number }[] = [];
  m.colLabels.forEach((l, j) => {
    if (l.kind !== 'seats' || l.year !== o.decisionYear || near.has(pairKey(l))) return;
    let change = 0;
    for (let k = m.starts[j]!; k < m.starts[j + 1]!; k++) {
      const i = m.indices[k]!;
      if (!own.has(m.rowLabels[i]!.kind)) change -= y[i]! * m.values[k]!;
    }
    others.push({ key: pairKey(l), seats: x[j]!, change });
  });
  others.sort((a, b) => a.change - b.change || (a.key < b.key ? -1 : 1));
  const taught = others.filter((p) => p.seats > 0.5);
  return [...others.slice(0, far), ...taught.slice(-far)].map((p) => p.key);
}
