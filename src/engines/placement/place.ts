import { assignmentHash, inputHash } from './certificate.ts';
import { canSweep, sweepChanges } from './explain/changes.ts';
import { findChange } from './explain/find-change.ts';
import { type Reasoned, Reasons } from './explain/reasons.ts';
import { buildMarket } from './market/build-market.ts';
import type { Market } from './market/market.ts';
import { countBlocking } from './solve/blocking.ts';
import { countByPlace, type Solved, solve } from './solve/solve.ts';
import { statisticsOf } from './statistics.ts';
import type {
  Change,
  Cutoff,
  Id,
  PlacementResult,
  PlacementRules,
  PlacementSnapshot,
  Refusal,
} from './types.ts';

/** One computed distribution, kept open for questions (`explain`, `counterfactual`, `repair`). */
export interface PlacementRun {
  market: Market;
  solved: Solved;
  result: PlacementResult;
}

/**
 * Where one sweep cannot find the changes, small rounds try them by whole runs: up to so many students × refusals.
 * A run of place-more may search exhaustively, so fewer of them.
 */
const TRY_UP_TO = 4_000;
const TRY_MORE_UP_TO = 200;

/**
 * Distributes students over places. Pure and synchronous; the same input gives the same bytes.
 * @param seed of the lottery, any length; the ticket of a student is HMAC-SHA-256(seed, label ‖ LF ‖ id).
 * @throws PlacementInputError naming every fault of the input.
 */
export function place(snapshot: PlacementSnapshot, rules: PlacementRules, seed: Uint8Array): PlacementResult {
  return runPlacement(snapshot, rules, seed).result;
}

/** The same, kept open for questions. */
export function runPlacement(
  snapshot: PlacementSnapshot,
  rules: PlacementRules,
  seed: Uint8Array,
): PlacementRun {
  const market = buildMarket(snapshot, rules, seed);
  return openRun(market, solve(market));
}

/** Assembles the answer of a placement already found. */
export function openRun(market: Market, solved: Solved): PlacementRun {
  const { students, places, pinnedAt, to, level, rules } = market;
  const assignment: Record<string, Id | null> = Object.create(null);
  let placed = 0;
  students.forEach((id, s) => {
    const p = pinnedAt[s]! >= 0 ? pinnedAt[s]! : solved.choice[s]! >= 0 ? to[solved.choice[s]!]! : -1;
    assignment[String(id)] = p >= 0 ? places[p]! : null;
    if (p >= 0) placed++;
  });
  let rankSum = 0;
  for (const e of solved.choice) if (e >= 0) rankSum += level[e]! + 1;
  const together = new Uint8Array(students.length);
  for (const team of solved.teams?.whole ?? []) for (const e of team.edges) together[market.owner[e]!] = 1;
  const blockingPairs = countBlocking(market, solved.choice, solved.closed, together);
  const blockingTeams = solved.teams?.blocking ?? 0;
  const reasons = new Reasons(market, solved);
  const result: PlacementResult = {
    assignment,
    cutoffs: cutoffsOf(market, solved, reasons),
    refusals: rules.explain === false ? Object.create(null) : refusalsOf(market, solved, reasons),
    closed: solved.closures.map(({ place, had, round }) => ({
      place: places[place]!,
      had,
      minimum: market.minimum[place]!,
      round,
    })),
    stable: blockingPairs === 0 && blockingTeams === 0,
    statistics: statisticsOf(market, solved),
    certificate: {
      format: 'rostok-placement/1',
      rule: rules.rule,
      input: inputHash(market.snapshot, rules.rule),
      result: assignmentHash(students, assignment),
      placed,
      rankSum,
      blockingPairs,
    },
  };
  const { certificate } = result;
  if (market.drawn) {
    certificate.seed = Buffer.from(market.seed).toString('hex');
    certificate.label = market.label;
    if (rules.reversedLottery) certificate.reversedLottery = true;
  }
  if (solved.most) {
    const pinned = market.pinnedCount.reduce((sum, k) => sum + k, 0);
    certificate.most = { proven: solved.most.proven, bound: solved.most.bound + pinned };
  }
  if (solved.closing) {
    const pinned = market.pinnedCount.reduce((sum, k) => sum + k, 0);
    certificate.closing = { proven: solved.closing.proven, bound: solved.closing.bound + pinned };
  }
  if (solved.flow) certificate.prices = pricesOf(market, solved);
  if (solved.teams) {
    certificate.blockingTeams = blockingTeams;
    if (solved.teams.split.length > 0) result.splitTeams = solved.teams.split;
  }
  return { market, solved, result };
}

function cutoffsOf(market: Market, solved: Solved, reasons: Reasons): Record<string, Cutoff> {
  const { places, snapshot, inOff, inEdge, ownTie, owner } = market;
  const cutoffs: Record<string, Cutoff> = Object.create(null);
  const count = countByPlace(market, solved.choice);
  const refused = refusedAt(market, solved.choice);
  places.forEach((id, p) => {
    const capacity = snapshot.places[p]!.capacity;
    // free seats that a wider limit (the employer's, a quota) kept from somebody are no open place
    const open = !solved.closed[p] && count[p]! < capacity && !refused[p];
    const cutoff: Cutoff = { placed: count[p]!, capacity, open };
    const { position, tier } = reasons.last(p);
    if (position > 0) {
      cutoff.position = position;
      cutoff.tier = tier;
      const last = inEdge[inOff[p]! + position - 1]!;
      const next = inOff[p]! + position < inOff[p + 1]! ? inEdge[inOff[p]! + position]! : -1;
      // the lottery decided where the next in order stands in the same class
      if (market.drawn && next >= 0 && ownTie[next] === ownTie[last])
        cutoff.ticket = market.hexOf(owner[last]!);
    }
    cutoffs[String(id)] = cutoff;
  });
  return cutoffs;
}

/** Places that somebody acceptable would rather have than what he got. */
function refusedAt({ off, to, level, places }: Market, choice: Int32Array): Uint8Array {
  const refused = new Uint8Array(places.length);
  choice.forEach((mine, s) => {
    const tier = mine < 0 ? 2 ** 30 : level[mine]!;
    for (let e = off[s]!; e < off[s + 1]! && level[e]! < tier; e++) refused[to[e]!] = 1;
  });
  return refused;
}

function refusalsOf(market: Market, solved: Solved, reasons: Reasons): Record<string, Refusal[]> {
  const out: Record<string, Refusal[]> = Object.create(null);
  const all: { s: number; list: Reasoned[] }[] = [];
  market.students.forEach((id, s) => {
    const list = reasons.of(s);
    if (list.length === 0) return;
    all.push({ s, list });
    out[String(id)] = list.map((r) => r.refusal);
  });
  let changes: ReadonlyMap<number, Change | null> = new Map();
  if (canSweep(market, solved)) {
    const refused = new Map<number, number[]>();
    for (const { s, list } of all) {
      const edges = list.filter((r) => r.edge >= 0).map((r) => r.edge);
      if (edges.length > 0) refused.set(s, edges);
    }
    changes = sweepChanges(market, solved, refused);
  }
  const left = all.flatMap(({ s, list }) => list.filter((r) => !changes.get(r.edge)).map((r) => ({ s, r })));
  const toTry = left.filter(({ r }) => r.edge >= 0).length * market.students.length;
  const tryAll = toTry <= (market.rules.rule === 'place-more' ? TRY_MORE_UP_TO : TRY_UP_TO);
  for (const { list } of all)
    for (const r of list) {
      const change = changes.get(r.edge);
      if (change) r.refusal.change = change;
    }
  for (const { s, r } of left) {
    if (r.edge < 0) r.refusal.change = null;
    else if (tryAll) r.refusal.change = findChange(market, s, r.refusal);
  }
  return out;
}

function pricesOf(market: Market, solved: Solved): PlacementResult['certificate']['prices'] {
  const { price, unplaced } = solved.flow!;
  const { boxes, places, employers } = market;
  const prices = {
    unplaced,
    places: [] as [Id, number][],
    employers: [] as [Id, number][],
    quotas: [] as [number, number][],
  };
  price.forEach((v, b) => {
    if (v === 0) return;
    const ref = boxes.ref[b]!;
    if (boxes.kind[b] === 0) prices.places.push([places[ref]!, v]);
    else if (boxes.kind[b] === 1) prices.employers.push([employers[ref]!, v]);
    else prices.quotas.push([ref, v]);
  });
  return prices;
}
