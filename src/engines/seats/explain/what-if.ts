import type { SparseModel } from '../model/sparse.ts';
import { type Plan, readPlan } from '../plan.ts';
import { goalValue, stageProgram } from '../solve/program.ts';
import type { LinearProgram } from '../solve/protocol.ts';
import type { Solver } from '../solve/solver.ts';
import type { OrderInstance } from '../types.ts';
import { linkedPairs } from './linked.ts';
import { namesOf } from './names.ts';
import type { Sentence } from './sentence.ts';

export interface WhatIf {
  feasible: boolean;
  /** Change of the weighted unfilled jobs (first goal); positive is worse. */
  goalChange: number;
  /** Change of people placed and of the cost in kopecks. */
  placedChange: number;
  costChange: number;
  losers: { occupation: string; zone: string; year: number; people: number }[];
  gainers: { occupation: string; zone: string; year: number; people: number }[];
  seatChanges: { college: string; programme: string; year: number; from: number; to: number }[];
  /** False when groups far away were held as they are (docs/methods/seats.md). */
  everythingFree: boolean;
  /** Programmes of colleges whose groups of the decision year were free, out of how many. */
  freed: { programmes: number; of: number };
  /** What it brings and who loses, in sentences. */
  sentences: Sentence[];
}

/** Up to so many whole-number columns the whole region is recomputed with groups whole. */
const allFreeUpTo = 400;

/**
 * «А если 50, а не 25?»: the order is solved again with this number of seats and, over the same free groups,
 * without it; the difference of the two optima is exact for these groups, not read off a price.
 * @param wholeUpTo a region with more whole-number columns frees linked programmes only and says so.
 */
export async function whatIf(
  o: OrderInstance,
  model: SparseModel,
  x: Float64Array,
  solver: Solver,
  at: { college: string; programme: string; year: number; seats: number },
  wholeUpTo = allFreeUpTo,
): Promise<WhatIf> {
  const free = await freeColumns(o, model, x, solver, at, wholeUpTo);
  const base = await optimum(model, x, solver, free.columns);
  const forced = await optimum(model, x, solver, free.columns, at);
  const names = namesOf(o);
  const params = {
    seats: at.seats,
    college: names.college(at.college),
    programme: names.programme(at.programme),
    year: at.year,
  };
  if (!base || !forced)
    return {
      feasible: false,
      goalChange: 0,
      placedChange: 0,
      costChange: 0,
      losers: [],
      gainers: [],
      seatChanges: [],
      everythingFree: free.all,
      freed: free.freed,
      sentences: [{ id: free.all ? 'whatIf.impossible' : 'whatIf.impossibleNear', params }],
    };
  const a = readPlan(o.id, model, base);
  const b = readPlan(o.id, model, forced);
  const shifts = unmetShifts(a, b);
  const result: WhatIf = {
    feasible: true,
    goalChange: goalValue(model.objectives[0]!, forced) - goalValue(model.objectives[0]!, base),
    placedChange: -shifts.reduce((s, c) => s + c.people, 0),
    costChange: Math.round(1e8 * (money(o, b) - money(o, a))),
    losers: shifts.filter((s) => s.people >= 0.5).slice(0, 10),
    gainers: shifts
      .filter((s) => s.people <= -0.5)
      .reverse()
      .slice(0, 10),
    seatChanges: seatChanges(a, b).filter((s) => s.college !== at.college || s.programme !== at.programme),
    everythingFree: free.all,
    freed: free.freed,
    sentences: [],
  };
  const placed = Math.round(result.placedChange);
  result.sentences.push({
    id: placed > 0 ? 'whatIf.gain' : placed < 0 ? 'whatIf.loss' : 'whatIf.same',
    params: { ...params, count: Math.abs(placed), cost: (result.costChange / 1e8).toFixed(1) },
  });
  const cut = result.seatChanges.find((s) => s.to < s.from - 0.5 && s.year === at.year);
  const loser = result.losers[0];
  if (cut)
    result.sentences.push({
      id: 'whatIf.closes',
      params: {
        count: Math.round(cut.from - cut.to),
        college: names.college(cut.college),
        programme: names.programme(cut.programme),
      },
    });
  result.sentences.push(
    loser
      ? {
          id: 'whatIf.loser',
          params: {
            occupation: names.occupation(loser.occupation),
            zone: names.zone(loser.zone),
            year: loser.year,
            count: Math.round(loser.people),
          },
        }
      : { id: 'whatIf.noLoser', params: {} },
  );
  if (!free.all)
    result.sentences.push({
      id: 'whatIf.scope',
      params: { count: free.freed.programmes, of: free.freed.of },
    });
  return result;
}

/** Whole-number columns that may change: all when the region is small, else those of linked programmes. */
async function freeColumns(
  o: OrderInstance,
  m: SparseModel,
  x: Float64Array,
  solver: Solver,
  at: { college: string; programme: string },
  wholeUpTo: number,
) {
  const of = o.pairs.length;
  if (m.integer.reduce((s, v) => s + v, 0) <= wholeUpTo)
    return { all: true, columns: m.integer, freed: { programmes: of, of } };
  const linked = await linkedPairs(o, m, x, solver, at);
  const columns = new Uint8Array(m.cols);
  m.colLabels.forEach((l, j) => {
    if (m.integer[j] && l.college !== undefined && linked.has(`${l.college}|${l.programme}`)) columns[j] = 1;
  });
  return { all: false, columns, freed: { programmes: linked.size, of } };
}

async function optimum(
  m: SparseModel,
  x: Float64Array,
  solver: Solver,
  free: Uint8Array,
  at?: { college: string; programme: string; year: number; seats: number },
): Promise<Float64Array | undefined> {
  const colLower = m.colLower.slice();
  const colUpper = m.colUpper.slice();
  m.colLabels.forEach((l, j) => {
    if (m.integer[j] && !free[j] && l.kind !== 'seats' && l.kind !== 'retrained')
      colLower[j] = colUpper[j] = Math.round(x[j]!);
    if (
      at &&
      l.kind === 'seats' &&
      l.college === at.college &&
      l.programme === at.programme &&
      l.year === at.year
    )
      colLower[j] = colUpper[j] = at.seats;
  });
  // Cost weighs a little, so that the two plans differ in money only where they must.
  const cost = m.objectives[0]!.map((v, j) => v + 1e-3 * m.objectives[2]![j]!);
  const program: LinearProgram = {
    ...stageProgram(m, 1, [], false),
    cost,
    colLower,
    colUpper,
    integer: free,
  };
  const reply = await solver.run({
    program,
    options: { random_seed: 1, mip_rel_gap: 1e-6, mip_max_nodes: 500, time_limit: 120 },
    maxIterations: 100_000,
    ...(at ? {} : { start: x }),
  });
  return reply.x;
}

const cellKey = (u: { occupation: string; zone: string; year: number }) =>
  `${u.occupation}|${u.zone}|${u.year}`;

/** Change of unmet need by cell, losers first. */
function unmetShifts(a: Plan, b: Plan) {
  const before = new Map(a.unmet.map((u) => [cellKey(u), u]));
  const after = new Map(b.unmet.map((u) => [cellKey(u), u]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((k) => {
      const { occupation, zone, year } = (after.get(k) ?? before.get(k))!;
      return { occupation, zone, year, people: (after.get(k)?.people ?? 0) - (before.get(k)?.people ?? 0) };
    })
    .sort((p, q) => q.people - p.people || (cellKey(p) < cellKey(q) ? -1 : 1));
}

/** Seats of two plans that differ, largest change first. */
export function seatChanges(a: Plan, b: Plan): WhatIf['seatChanges'] {
  const key = (s: { college: string; programme: string; year: number }) =>
    `${s.college}|${s.programme}|${s.year}`;
  const before = new Map(a.seats.map((s) => [key(s), s]));
  const after = new Map(b.seats.map((s) => [key(s), s]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((k) => {
      const { college, programme, year } = (after.get(k) ?? before.get(k))!;
      return { college, programme, year, from: before.get(k)?.seats ?? 0, to: after.get(k)?.seats ?? 0 };
    })
    .filter((s) => Math.abs(s.to - s.from) > 1e-6)
    .sort((p, q) => Math.abs(q.to - q.from) - Math.abs(p.to - p.from) || (key(p) < key(q) ? -1 : 1));
}

/** Cost of a plan in millions of roubles: teaching of all intakes to the end, and retraining. */
export function money(o: OrderInstance, plan: Plan): number {
  const programmes = new Map(o.programmes.map((p) => [p.id, p]));
  const courses = new Map((o.courses ?? []).map((c) => [`${c.centre}|${c.occupation}`, c.costPerStudent]));
  let sum = 0;
  for (const s of plan.seats) {
    const p = programmes.get(s.programme)!;
    for (let k = 0; k < Math.ceil(p.months / 12); k++)
      sum += (s.seats * (1 - p.dropoutPerYear) ** k * p.costPerStudentYear) / 1e8;
  }
  for (const r of plan.retraining) sum += (r.people * courses.get(`${r.centre}|${r.occupation}`)!) / 1e8;
  return sum;
}
