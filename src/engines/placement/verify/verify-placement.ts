import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PlacementResult, PlacementRules, PlacementSnapshot, Ranking, Refusal } from '../types.ts';
import { checkCutoffs, readOrders, refusalHolds } from './borders.ts';
import { blockingPairs, countHeld, type Held } from './limits.ts';
import { mostSeats, provedByPrices } from './optimum.ts';
import { type Reading, readForVerify } from './reading.ts';
import { recompute } from './recompute.ts';

/** What does not hold: id of a message `verify.<code>` and its parameters. */
export interface Violation {
  code: string;
  params: Record<string, string | number>;
}

/** Violations listed; more of them add nothing. */
const MOST = 50;

/**
 * Checks a placement against its input from scratch: it shares no code with the solver (only the types), reads the
 * snapshot by itself, draws the lottery by itself, counts blocking pairs over every limit, and proves the claim of
 * the rule: the extreme stable placements by computing them again in the plainest way, the least sum of ranks by the
 * prices in the certificate, the greatest number by the absence of an augmenting path.
 * Not claimed again: the changes told with refusals (run them), that no other order of closings is better (only how many could be placed without any), teams, and extremes under quotas.
 */
export function verifyPlacement(
  snapshot: PlacementSnapshot,
  rules: PlacementRules,
  seed: Uint8Array,
  result: PlacementResult,
): Violation[] {
  const found: Violation[] = [];
  const bad = (code: string, params: Record<string, string | number> = {}) => {
    if (found.length < MOST) found.push({ code, params });
  };
  const { certificate } = result;
  if (!certificate || typeof certificate !== 'object' || !Array.isArray(result.closed))
    return [{ code: 'format', params: {} }];
  const reading = readForVerify(snapshot, rules, seed);
  if (certificate.format !== 'rostok-placement/1') bad('format');
  if (certificate.rule !== rules.rule) bad('rule', { found: String(certificate.rule) });
  const drawn = isDrawn(reading, rules);
  if (certificate.seed !== (drawn ? Buffer.from(seed).toString('hex') : undefined)) bad('seed');
  if (certificate.label !== (drawn ? (rules.label ?? 'rostok-placement/1') : undefined)) bad('label');
  if (certificate.input !== fingerprint(snapshot, rules)) bad('input');
  const place = readAssignment(reading, result, bad);
  const rows = snapshot.students.map((s) => [s.id, own(result.assignment, s.id) ?? null]);
  if (certificate.result !== hash(rows)) bad('resultHash');

  const held = countHeld(reading, place);
  const closed = new Set(result.closed.map((c) => reading.place.get(String(c.place)) ?? -1));
  const open = (p: number) => !closed.has(p);
  checkLimits(reading, held, bad);
  checkMinimums(reading, result, place, bad);
  const teams = snapshot.students.some((s) => s.team !== undefined);
  if (!teams) {
    const blocking = blockingPairs(reading, held, open);
    if (blocking.length !== certificate.blockingPairs)
      bad('blockingCount', { count: blocking.length, claimed: certificate.blockingPairs });
    if (result.stable !== (blocking.length === 0)) {
      const [first] = blocking;
      if (first)
        bad('blocking', {
          student: snapshot.students[first.student]!.id,
          place: snapshot.places[first.place]!.id,
        });
      else bad('stableDenied');
    }
  }
  checkCounts(result, place, held, bad);
  checkStatistics(reading, result, place, held, bad);
  const orders = readOrders(reading, rules, seed);
  checkCutoffs(reading, result, held, orders, open, bad);
  if (rules.explain !== false)
    checkRefusals(reading, result, held, bad, (student, told) =>
      refusalHolds(reading, result, held, orders, student, told),
    );
  const { rule } = rules;
  if ((rule === 'student-optimal' || rule === 'place-optimal') && !teams && !snapshot.quotas?.length) {
    const studentTies = snapshot.students.some((s) => s.ranks.some((r) => Array.isArray(r) && r.length > 1));
    const twoOrders = snapshot.places.some((p, k) => {
      const e = reading.employerOf[k]!;
      return p.order && e >= 0 && snapshot.employers![e]!.order;
    });
    // which of equal wishes a student got is the lottery of places; two orders at one employer have no extreme
    if (!studentTies && !twoOrders) {
      const again = recompute(reading, rule, open);
      const other = again.findIndex((p, s) => !reading.pinned.has(s) && p !== place[s]);
      if (other >= 0)
        bad(rule === 'student-optimal' ? 'notBest' : 'notPlaceBest', {
          student: snapshot.students[other]!.id,
        });
      if (certificate.closing && rule === 'student-optimal') {
        // no closing places more than the market where everything may stay open
        const most = recompute(reading, rule, () => true).filter((p) => p >= 0).length + reading.pinned.size;
        const { bound } = certificate.closing;
        if (bound !== most) bad('bound', { bound, most });
      }
    }
  }
  if (rule === 'best-ranks' && !provedByPrices(reading, held, certificate, open)) bad('prices');
  if (rule === 'place-more' && certificate.most) {
    const most = mostSeats(reading, place, open);
    if (most !== null && certificate.most.bound < most) bad('bound', { bound: certificate.most.bound, most });
  }
  return found;
}

/** A member of a parsed object; an id like `__proto__` is nobody's unless it is really there. */
const own = <T>(of: Record<string, T> | undefined, id: string | number): T | undefined =>
  of && Object.hasOwn(of, String(id)) ? of[String(id)] : undefined;

type Bad = (code: string, params?: Record<string, string | number>) => void;

function readAssignment(reading: Reading, result: PlacementResult, bad: Bad): number[] {
  const { snapshot, student, pinned, wishes } = reading;
  const assignment = result.assignment ?? {};
  for (const id of Object.keys(assignment)) if (!student.has(id)) bad('unknownStudent', { student: id });
  return snapshot.students.map((s, k) => {
    const given = own(assignment, s.id);
    if (given === undefined) bad('missingStudent', { student: s.id });
    const pin = pinned.get(k);
    if (given == null) {
      if (pin !== undefined) bad('pinned', { student: s.id });
      return -1;
    }
    const p = reading.place.get(String(given));
    if (p === undefined || snapshot.places[p]!.id !== given) {
      bad('unknownPlace', { student: s.id, place: String(given) });
      return -1;
    }
    if (pin !== undefined && pin !== p) bad('pinned', { student: s.id });
    if (pin === undefined && !wishes[k]!.some((w) => w.place === p))
      bad('notAcceptable', { student: s.id, place: String(given) });
    return p;
  });
}

function checkLimits(reading: Reading, held: Held, bad: Bad): void {
  held.limits.forEach((l, k) => {
    if (l.reserve || held.count[k]! <= l.seats) return;
    const { snapshot } = reading;
    const id =
      l.kind === 'place'
        ? snapshot.places[l.index]!.id
        : l.kind === 'employer'
          ? snapshot.employers![l.index]!.id
          : l.index;
    bad(`over.${l.kind}`, { id, placed: held.count[k]!, seats: l.seats });
  });
}

function checkMinimums(reading: Reading, result: PlacementResult, place: number[], bad: Bad): void {
  const { snapshot, pinned } = reading;
  const count = snapshot.places.map(() => 0);
  for (const p of place) if (p >= 0) count[p]!++;
  const agreed = new Set(pinned.values());
  snapshot.places.forEach((p, k) => {
    if (count[k]! > 0 && count[k]! < (p.minimum ?? 0) && !agreed.has(k))
      bad('minimum', { place: p.id, placed: count[k]!, minimum: p.minimum! });
  });
  const seen = new Set<number>();
  let round = 0;
  for (const c of result.closed) {
    const k = reading.place.get(String(c.place));
    const least = k === undefined ? 0 : (snapshot.places[k]!.minimum ?? 0);
    const said = Number.isInteger(c.had) && c.had > 0 && c.had < least && c.minimum === least;
    // in the order in which they closed; the rounds of places opened again are missing
    if (k === undefined || seen.has(k) || !said || count[k]! > 0 || !(c.round > round))
      bad('closed', { place: String(c.place) });
    if (k !== undefined) seen.add(k);
    round = c.round;
  }
}

function checkCounts(result: PlacementResult, place: number[], held: Held, bad: Bad): void {
  const placed = place.filter((p) => p >= 0).length;
  const rankSum = held.pair.reduce((sum, w) => sum + (w ? w.tier + 1 : 0), 0);
  if (result.certificate.placed !== placed) bad('placed', { placed, claimed: result.certificate.placed });
  if (result.certificate.rankSum !== rankSum)
    bad('rankSum', { rankSum, claimed: result.certificate.rankSum });
}

/** All places strictly above the own one are told, each with a ground that holds. */
function checkRefusals(
  reading: Reading,
  result: PlacementResult,
  held: Held,
  bad: Bad,
  holds: (student: number, told: Refusal) => boolean,
): void {
  const { snapshot, ranked, pinned, student } = reading;
  const ids = Object.keys(result.refusals);
  // nothing told at all: a run without explanations, as a repair's
  if (ids.length === 0) return;
  for (const id of ids) if (!student.has(id)) bad('unknownStudent', { student: id });
  snapshot.students.forEach((s, k) => {
    const mine = pinned.has(k) ? -1 : (held.pair[k]?.tier ?? Number.POSITIVE_INFINITY);
    const better = [...ranked[k]!]
      .filter(([, tier]) => tier < mine)
      .map(([p]) => String(snapshot.places[p]!.id));
    const told = own(result.refusals, s.id) ?? [];
    const complete =
      better.sort().join('\n') ===
      told
        .map((r) => String(r.place))
        .sort()
        .join('\n');
    if (!complete || !told.every((r) => holds(k, r))) bad('refusals', { student: s.id });
  });
}

/** The published counts, told anew. */
function checkStatistics(
  reading: Reading,
  result: PlacementResult,
  place: number[],
  held: Held,
  bad: Bad,
): void {
  const { snapshot } = reading;
  const byRank: number[] = [];
  for (const w of held.pair) if (w) byRank[w.tier] = (byRank[w.tier] ?? 0) + 1;
  const groups: Record<string, Record<string, { students: number; placed: number }>> = {};
  snapshot.students.forEach((s, k) => {
    const signs = { byCollege: s.college, bySex: s.sex, byRural: s.rural };
    for (const [kind, value] of Object.entries(signs)) {
      if (value === undefined) continue;
      groups[kind] ??= Object.create(null) as Record<string, { students: number; placed: number }>;
      groups[kind][String(value)] ??= { students: 0, placed: 0 };
      const cell = groups[kind][String(value)]!;
      cell.students++;
      if (place[k]! >= 0) cell.placed++;
    }
  });
  const counted = {
    students: snapshot.students.length,
    placed: place.filter((p) => p >= 0).length,
    seats: snapshot.places.reduce((sum, p) => sum + p.capacity, 0),
    byRank: Array.from(byRank, (count) => count ?? 0),
    rankSum: held.pair.reduce((sum, w) => sum + (w ? w.tier + 1 : 0), 0),
    ...groups,
  };
  if (!isDeepStrictEqual(plain(result.statistics), plain(counted))) bad('statistics');
}

/** As it would be read from a file: members that are not there are not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Was anything left to the lottery? Only then the certificate names a seed. */
function isDrawn(reading: Reading, rules: PlacementRules): boolean {
  const { snapshot, employerOf } = reading;
  const tied = (order: Ranking | undefined) => order?.some((r) => Array.isArray(r) && r.length > 1) === true;
  const employers = snapshot.employers ?? [];
  const places = employers.map((_, k) => employerOf.filter((e) => e === k).length);
  return (
    rules.rule === 'place-more' ||
    rules.rule === 'best-ranks' ||
    snapshot.students.some((s) => s.team) ||
    snapshot.places.some((p, k) => tied(p.order) || (!p.order && !employers[employerOf[k]!]?.order)) ||
    employers.some((e, k) => tied(e.order) || (!e.order && places[k]! > 1))
  );
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** SHA-256 of the input in the order written in docs/formats/placement.md. */
function fingerprint(x: PlacementSnapshot, rules: PlacementRules): string {
  const or = <T>(v: T | undefined): T | null => (v === undefined ? null : v);
  return hash([
    rules.rule,
    x.students.map((s) => [s.id, s.ranks, or(s.classes), or(s.college), or(s.programme), or(s.team)]),
    x.places.map((p) => [p.id, p.capacity, p.minimum ?? 0, or(p.employer), or(p.order), or(p.programmes)]),
    (x.employers ?? []).map((e) => [e.id, e.capacity, or(e.order)]),
    (x.quotas ?? []).map((q) => [
      q.kind,
      q.seats,
      or(q.place),
      or(q.employer),
      or(q.college),
      or(q.programme),
    ]),
    x.pinned ?? [],
  ]);
}
