import { buildModel } from '../model/build-model.ts';
import type { Label, RowKind } from '../model/label.ts';
import { stageProgram } from '../solve/program.ts';
import type { Solver } from '../solve/solver.ts';
import type { OrderInstance } from '../types.ts';
import { limitSentence } from './limit-sentence.ts';
import { type Relief, smallestRelief } from './relief.ts';
import type { Sentence } from './sentence.ts';

export interface WhyNoPlan {
  /** Rows of the conflict; removing any one of them dissolves it. */
  conflict: Label<RowKind>[];
  /** At most three sentences: what contradicts what. */
  because: Sentence[];
  /** The smallest change that makes a plan possible. */
  relief: Relief[];
  advice: Sentence[];
}

const speaking: ReadonlySet<RowKind> = new Set<RowKind>([
  'places',
  'workshop',
  'budget',
  'applicants',
  'demand',
  'minSeats',
  'policy',
  'decision',
  'stability',
  'newLimit',
  'mayTeach',
  'groupMin',
]);

/** Explains an instance without a plan: an irreducible conflict, grouped, and the smallest relief. */
export async function explainInfeasible(
  o: OrderInstance,
  solver: Solver,
  model = buildModel(o),
): Promise<WhyNoPlan> {
  const reply = await solver.run({
    program: { ...stageProgram(model, 1, [], false), cost: new Float64Array(model.cols) },
    options: { random_seed: 1 },
    conflict: true,
  });
  const rows = reply.conflict ? [...reply.conflict.rows].map((i) => model.rowLabels[i]!) : [];
  const relief = await smallestRelief(model, solver);
  const conflict = rows.length > 0 ? rows : relief.map((r) => r.label);
  return { conflict, because: groupConflict(o, conflict), relief, advice: adviceOf(o, relief) };
}

/** One sentence per kind of limit, the rarest kinds first: they are the news. */
function groupConflict(o: OrderInstance, rows: Label<RowKind>[]): Sentence[] {
  const kinds = new Map<RowKind, Label<RowKind>[]>();
  for (const l of rows) {
    if (!speaking.has(l.kind)) continue;
    const list = kinds.get(l.kind) ?? [];
    list.push(l);
    kinds.set(l.kind, list);
  }
  return [...kinds]
    .sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([kind, list]) => {
      const one = limitSentence(o, list[0]!, 'infeasible');
      return list.length === 1
        ? one
        : { id: `infeasible.many.${kind}`, params: { ...one.params, count: list.length } };
    });
}

function adviceOf(o: OrderInstance, relief: Relief[]): Sentence[] {
  if (relief.length === 0) return [{ id: 'relief.none', params: {} }];
  return relief.slice(0, 3).map((r) => {
    const s = limitSentence(o, r.label, 'relief');
    const amount = r.label.kind === 'budget' ? r.amount.toFixed(1) : Math.ceil(r.amount - 1e-6);
    return { id: s.id, params: { ...s.params, count: amount } };
  });
}
