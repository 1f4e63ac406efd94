import { labelKey, type RowKind } from '../model/label.ts';
import type { SparseModel } from '../model/sparse.ts';
import type { Plan } from '../plan.ts';
import type { OrderInstance } from '../types.ts';
import { limitSentence } from './limit-sentence.ts';
import { namesOf } from './names.ts';
import type { Sentence } from './sentence.ts';

export interface WaterfallStep {
  id: 'need' | 'pipeline' | 'other' | 'otherTraining' | 'unmet' | 'here' | 'losses' | 'seats';
  people: number;
}

export interface WhySeats {
  seats: number;
  groups: number;
  answer: Sentence;
  waterfall: WaterfallStep[];
  /** Limits the seats run up against, strongest first. */
  binding: Sentence[];
  /** Up to three forces behind the number: what a seat brings, what it takes away from others. */
  forces: (Sentence & { weight: number })[];
}

/** From where a limit holds the number of seats; a decision fixes it. */
type Side = 'above' | 'below' | 'both';

/** The rows that speak of a limit (the others are definitions). */
const limitKinds: ReadonlySet<RowKind> = new Set<RowKind>([
  'places',
  'workshop',
  'budget',
  'applicants',
  'demand',
  'minSeats',
  'policy',
  'decision',
  'newLimit',
]);

/**
 * Why a college got so many seats of a programme in a year: the way from the need to the seats, the limits
 * met, the strongest forces (from the multipliers `y` of the first goal), all as sentences for people.
 */
export function whySeats(
  o: OrderInstance,
  model: SparseModel,
  x: Float64Array,
  y: Float64Array,
  plan: Plan,
  at: { college: string; programme: string; year: number },
): WhySeats {
  const names = namesOf(o);
  const key = labelKey({ kind: 'seats', ...at });
  const col = model.colLabels.findIndex((l) => l.kind === 'seats' && labelKey(l) === key);
  const row = plan.seats.find(
    (s) => s.college === at.college && s.programme === at.programme && s.year === at.year,
  );
  const seats = row?.seats ?? 0;
  const groups = row?.groups ?? 0;
  const activity = rowActivity(model, x);
  const binding: (Sentence & { weight: number; side: Side })[] = [];
  const forces: (Sentence & { weight: number })[] = [];
  for (let k = model.starts[col]!; k < model.starts[col + 1]!; k++) {
    const i = model.indices[k]!;
    const label = model.rowLabels[i]!;
    // What one more seat changes in the first goal through this row.
    const weight = -y[i]! * model.values[k]!;
    if (label.kind === 'supply' && weight !== 0)
      forces.push({
        id: 'why.force.workers',
        params: { programme: names.programme(at.programme), year: label.year! },
        weight,
      });
    if (!limitKinds.has(label.kind)) continue;
    if (weight !== 0) forces.push({ ...limitSentence(o, label, 'why.force'), weight });
    const above = model.rowUpper[i]! - activity[i]!;
    const below = activity[i]! - model.rowLower[i]!;
    if (Math.min(above, below) > tight(label.kind, model.values[k]!)) continue;
    // A seat that takes part with a minus (the other programmes under a least share) is held the other way round.
    const upper = above <= below === model.values[k]! > 0;
    const side = label.kind === 'decision' ? 'both' : upper ? 'above' : 'below';
    binding.push({ ...limitSentence(o, label, 'why.limit'), weight, side });
  }
  const pair = o.pairs.find((p) => p.college === at.college && p.programme === at.programme)!;
  const previous = before(o, plan, at);
  if (pair.maxRise !== undefined && seats - previous >= pair.maxRise)
    binding.push({ id: 'why.limit.rise', params: { most: pair.maxRise }, weight: 0, side: 'above' });
  if (pair.maxCut !== undefined && previous - seats >= pair.maxCut && previous > 0)
    binding.push({ id: 'why.limit.cut', params: { most: pair.maxCut }, weight: 0, side: 'below' });
  if (groups >= pair.maxGroups)
    binding.push({ id: 'why.limit.groups', params: { count: pair.maxGroups }, weight: 0, side: 'above' });
  const strongest = (a: { weight: number; id: string }, b: { weight: number; id: string }) =>
    Math.abs(b.weight) - Math.abs(a.weight) || (a.id < b.id ? -1 : 1);
  binding.sort(strongest);
  const params = {
    count: seats,
    groups,
    college: names.college(at.college),
    programme: names.programme(at.programme),
  };
  // Nothing asks for these seats and nothing holds them: they stay because change has a price too.
  const kept = seats > 0 && seats <= previous && !forces.some((f) => f.weight < 0) && binding.length === 0;
  return {
    seats,
    groups,
    answer: kept
      ? { id: 'why.kept', params: { ...params, year: at.year } }
      : seats === 0
        ? { id: 'why.none', params }
        : { id: verdict(binding.map((limit) => limit.side)), params: { ...params, year: at.year } },
    waterfall: waterfall(o, plan, at, seats),
    binding: binding.map(({ id, params }) => ({ id, params })),
    forces: forces.sort(strongest).slice(0, 3),
  };
}

/** Why not more, or not fewer: a limit from above speaks first, because that is what people ask about. */
function verdict(sides: Side[]): string {
  if (sides.includes('both')) return 'why.decided';
  if (sides.includes('above')) return 'why.limited';
  return sides.includes('below') ? 'why.held' : 'why.enough';
}

/** A limit that leaves less than one more group's first student counts as met. */
function tight(kind: RowKind, coefficient: number): number {
  return kind === 'budget' || kind === 'policy' ? Math.abs(coefficient) : 1 - 1e-6;
}

function before(
  o: OrderInstance,
  plan: Plan,
  at: { college: string; programme: string; year: number },
): number {
  const is = (s: { college: string; programme: string }) =>
    s.college === at.college && s.programme === at.programme;
  if (at.year === o.decisionYear) return o.pairs.find(is)?.lastYear ?? 0;
  return plan.seats.find((s) => is(s) && s.year === at.year - 1)?.seats ?? 0;
}

function rowActivity(m: SparseModel, x: Float64Array): Float64Array {
  const out = new Float64Array(m.rows);
  for (let j = 0; j < m.cols; j++)
    if (x[j] !== 0)
      for (let k = m.starts[j]!; k < m.starts[j + 1]!; k++) out[m.indices[k]!]! += m.values[k]! * x[j]!;
  return out;
}

/** need − pipeline − other = trained elsewhere + unmet + trained here; seats = trained here + losses. */
function waterfall(
  o: OrderInstance,
  plan: Plan,
  at: { college: string; programme: string; year: number },
  seats: number,
): WaterfallStep[] {
  const programme = o.programmes.find((p) => p.id === at.programme)!;
  const length = Math.ceil(programme.months / 12);
  const zone = o.districts.find((d) => d.id === o.colleges.find((c) => c.id === at.college)!.district)!.zone;
  const years = new Set([at.year + length, at.year + length + 1]);
  const occupations = new Set(
    o.crosswalk.filter((e) => e.programme === at.programme).map((e) => e.occupation),
  );
  const zones = new Set(o.reach.filter((r) => r.from === zone).map((r) => r.to));
  const inCell = (c: { occupation: string; year: number }, z: string) =>
    years.has(c.year) && occupations.has(c.occupation) && zones.has(z);
  const sum = <T>(list: T[] | undefined, test: (t: T) => boolean, value: (t: T) => number) =>
    (list ?? []).reduce((s, t) => (test(t) ? s + value(t) : s), 0);
  const cells = o.needs.filter((n) => inCell(n, n.zone));
  const need = sum(
    cells,
    () => true,
    (n) => n.amount,
  );
  const pipeline = sum(
    o.pipeline,
    (s) => inCell(s, s.zone),
    (s) => s.people,
  );
  const other = sum(
    cells,
    () => true,
    (n) => n.other ?? 0,
  );
  const own = sum(
    plan.flows,
    (f) => f.zone === zone && f.programme === at.programme && inCell(f, f.toZone),
    (f) => f.people,
  );
  const all = sum(
    plan.flows,
    (f) => inCell(f, f.toZone),
    (f) => f.people,
  );
  const retrained = sum(
    plan.retrainingFlows,
    (f) => inCell(f, f.toZone),
    (f) => f.people,
  );
  const unmet = sum(
    plan.unmet,
    (u) => inCell(u, u.zone),
    (u) => u.people,
  );
  const graduates = (1 - programme.dropoutPerYear) ** length * programme.graduation * programme.inField;
  const here = seats * graduates * (1 - programme.armyShare + programme.armyShare * programme.armyReturn);
  return [
    { id: 'need', people: need },
    { id: 'pipeline', people: -pipeline },
    { id: 'other', people: -other },
    { id: 'otherTraining', people: -(all - own + retrained + Math.max(0, own - here)) },
    { id: 'unmet', people: -unmet },
    { id: 'here', people: here },
    { id: 'losses', people: seats - here },
    { id: 'seats', people: seats },
  ];
}
