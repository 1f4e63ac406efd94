import { MOST_ISSUES, PlacementInputError, type PlacementIssue } from '../issue.ts';
import type { Id, PlacementRules, PlacementSnapshot, Ranking } from '../types.ts';
import { nestBoxes, placeBoxes } from './boxes.ts';
import type { Market } from './market.ts';
import { sortEdges } from './sort-edges.ts';
import { DEFAULT_LABEL, positions, tickets } from './tickets.ts';

const MOST_CLASSES = 4;
const CLASS_LIMIT = 128;

/**
 * Makes ids dense, checks every reference, computes one strict order per place (class before lottery, then ticket).
 * @throws PlacementInputError naming all faults.
 */
export function buildMarket(snapshot: PlacementSnapshot, rules: PlacementRules, seed: Uint8Array): Market {
  const issues: PlacementIssue[] = [];
  const fault = (code: string, path: string, params: Record<string, string | number> = {}) => {
    if (issues.length < MOST_ISSUES) issues.push({ code, params, path });
  };
  const index = (list: readonly { id: Id }[], path: string): Map<Id, number> => {
    const map = new Map<Id, number>();
    list.forEach(({ id }, k) => {
      if (map.has(id)) fault('twice', `${path}[${k}].id`, { id });
      else for (const spelling of spellings(id)) map.set(spelling, k);
    });
    return map;
  };
  const { students, places } = snapshot;
  const employers = snapshot.employers ?? [];
  const n = students.length;
  const m = places.length;
  const studentOf = index(students, 'students');
  const placeOf = index(places, 'places');
  const employerIndex = index(employers, 'employers');
  const employerOf = Int32Array.from(places, (p, k) => {
    if (p.employer === undefined || !snapshot.employers) return -1;
    const found = employerIndex.get(p.employer);
    if (found === undefined) fault('unknownEmployer', `places[${k}].employer`, { id: p.employer });
    return found ?? -1;
  });
  snapshot.quotas?.forEach((q, k) => {
    const path = `quotas[${k}]`;
    if (q.place === undefined && q.employer === undefined) fault('quotaWhere', path);
    if (q.college === undefined && q.programme === undefined) fault('quotaWhose', path);
    if (q.place !== undefined && !placeOf.has(q.place))
      fault('unknownPlace', `${path}.place`, { id: q.place });
    if (q.employer !== undefined && !places.some((p) => String(p.employer) === String(q.employer)))
      fault('unknownEmployer', `${path}.employer`, { id: q.employer });
  });

  const pinnedAt = new Int32Array(n).fill(-1);
  const pinnedCount = new Int32Array(m);
  const pins: [number, number][] = [];
  snapshot.pinned?.forEach(([student, place], k) => {
    const s = studentOf.get(student);
    const p = placeOf.get(place);
    if (s === undefined) fault('unknownStudent', `pinned[${k}][0]`, { id: student });
    if (p === undefined) fault('unknownPlace', `pinned[${k}][1]`, { id: place });
    if (s === undefined || p === undefined) return;
    if (pinnedAt[s]! >= 0) fault('pinnedTwice', `pinned[${k}][0]`, { id: student });
    else {
      pinnedAt[s] = p;
      pinnedCount[p]!++;
      pins.push([s, p]);
    }
  });

  // wishes as they stand, in one growing list
  const dropped: Market['dropped'] = new Map();
  const rawTo: number[] = [];
  const rawOwner: number[] = [];
  const rawLevel: number[] = [];
  const rawClass: number[] = [];
  const seen = new Int32Array(m).fill(-1);
  let studentTies = false;
  const drop = (s: number, place: number, level: number, reason: 'notAcceptable' | 'notCompatible') => {
    const list = dropped.get(s);
    if (list) list.push({ place, level, reason });
    else dropped.set(s, [{ place, level, reason }]);
  };
  // functions inside these loops are made once: a function per pair costs more than the pair
  let current = 0;
  let listed = 0;
  const wish = (id: Id, level: number, at: number, inner: number): void => {
    const s = current;
    const student = students[s]!;
    const p = placeOf.get(id);
    const classes = student.classes?.[listed++];
    if (p === undefined) {
      fault('unknownPlace', pathOf(`students[${s}].ranks`, at, inner), { id });
      return;
    }
    if (seen[p] === s) {
      fault('rankedTwice', pathOf(`students[${s}].ranks`, at, inner), { id });
      return;
    }
    seen[p] = s;
    if (pinnedAt[s]! >= 0) return;
    const accepted = places[p]!.programmes;
    if (accepted && !(student.programme !== undefined && accepted.includes(student.programme))) {
      drop(s, p, level, 'notCompatible');
      return;
    }
    const packed = classes ? packClasses(classes) : 0;
    if (packed < 0) fault('badClass', `students[${s}].classes[${listed - 1}]`, { found: `[${classes}]` });
    rawTo.push(p);
    rawOwner.push(s);
    rawLevel.push(level);
    rawClass.push(packed);
  };
  for (; current < n; current++) {
    const { ranks, classes } = students[current]!;
    listed = 0;
    if (eachId(ranks, wish)) studentTies = true;
    if (classes && classes.length !== listed)
      fault('classesLength', `students[${current}].classes`, { count: classes.length, ranks: listed });
  }

  // classes of each place and of each capped employer over those who asked
  const E = rawTo.length;
  const ownTie = new Int32Array(E).fill(-1);
  const rootTie = new Int32Array(E).fill(-1);
  const inOff = new Int32Array(m + 1);
  for (const p of rawTo) inOff[p + 1]!++;
  for (let p = 0; p < m; p++) inOff[p + 1]! += inOff[p]!;
  const into = new Int32Array(E);
  const fill = inOff.slice(0, m);
  for (let e = 0; e < E; e++) into[fill[rawTo[e]!]!++] = e;
  const at = new Int32Array(n);
  const stamp = new Int32Array(n).fill(-1);
  let mark = 0;
  let placeTies = false;
  let orderPath = '';
  const stand = (id: Id, tier: number, k: number, inner: number): void => {
    const s = studentOf.get(id);
    if (s === undefined) {
      fault('unknownStudent', pathOf(orderPath, k, inner), { id });
      return;
    }
    if (stamp[s] === mark) {
      fault('orderedTwice', pathOf(orderPath, k, inner), { id });
      return;
    }
    stamp[s] = mark;
    at[s] = tier;
  };
  const readOrder = (order: Ranking, path: string): void => {
    mark++;
    orderPath = path;
    if (eachId(order, stand)) placeTies = true;
  };
  const write = (p: number, target: Int32Array) => {
    for (let x = inOff[p]!; x < inOff[p + 1]!; x++) {
      const e = into[x]!;
      target[e] = stamp[rawOwner[e]!] === mark ? at[rawOwner[e]!]! : -1;
    }
  };
  let twoOrders = false;
  places.forEach((place, p) => {
    if (place.order) {
      readOrder(place.order, `places[${p}].order`);
      write(p, ownTie);
      if (employerOf[p]! >= 0 && employers[employerOf[p]!]!.order) twoOrders = true;
    } else if (employerOf[p]! < 0 || !employers[employerOf[p]!]!.order) {
      placeTies = true;
      for (let x = inOff[p]!; x < inOff[p + 1]!; x++) ownTie[into[x]!] = rawClass[into[x]!]!;
    }
  });
  const placesOf: number[][] = employers.map(() => []);
  employerOf.forEach((k, p) => {
    if (k >= 0) placesOf[k]!.push(p);
  });
  employers.forEach((employer, k) => {
    if (employer.order) readOrder(employer.order, `employers[${k}].order`);
    else if (placesOf[k]!.length > 1) placeTies = true;
    for (const p of placesOf[k]!) {
      if (employer.order) write(p, rootTie);
      if (employer.order && !places[p]!.order) write(p, ownTie);
    }
  });
  for (let e = 0; e < E; e++) {
    const k = employerOf[rawTo[e]!]!;
    if (k < 0 || !employers[k]!.order) rootTie[e] = ownTie[e]!;
  }
  if (rules.rule === 'place-optimal' && snapshot.quotas?.length) fault('ruleQuota', 'quotas');
  if (rules.rule === 'place-more' && snapshot.quotas?.length) fault('ruleQuota', 'quotas');
  if (rules.rule === 'best-ranks' && snapshot.quotas?.some((q) => q.kind === 'reserve'))
    fault('ruleReserve', 'quotas');

  const drawn =
    placeTies || rules.rule === 'place-more' || rules.rule === 'best-ranks' || students.some((s) => s.team);
  const label = rules.label ?? DEFAULT_LABEL;
  const hex = drawn
    ? tickets(
        seed,
        label,
        students.map((s) => s.id),
      )
    : null;
  const ticket = hex ? positions(hex, rules.reversedLottery) : Int32Array.from(students, (_, k) => k);
  const needPlaces = drawn || studentTies || places.some((p) => (p.minimum ?? 0) > 0);
  const placeTicket = needPlaces
    ? positions(
        tickets(
          seed,
          `${label}/places`,
          places.map((p) => p.id),
        ),
      )
    : Int32Array.from(places, (_, k) => k);

  // only acceptable pairs stay; the student's own ties stand by the tickets of places
  const keep: number[] = [];
  for (let e = 0; e < E; e++) {
    if (ownTie[e]! >= 0 && rootTie[e]! >= 0) keep.push(e);
    else drop(rawOwner[e]!, rawTo[e]!, rawLevel[e]!, 'notAcceptable');
  }
  if (studentTies)
    keep.sort(
      (a, b) =>
        rawOwner[a]! - rawOwner[b]! ||
        rawLevel[a]! - rawLevel[b]! ||
        placeTicket[rawTo[a]!]! - placeTicket[rawTo[b]!]!,
    );
  const to = pick(keep, rawTo);
  const owner = pick(keep, rawOwner);
  const level = pick(keep, rawLevel);
  const off = new Int32Array(n + 1);
  for (const s of owner) off[s + 1]!++;
  for (let s = 0; s < n; s++) off[s + 1]! += off[s]!;
  const keptOwnTie = pick(keep, ownTie);
  const keptTie = pick(keep, rootTie);

  const plain = !snapshot.employers?.length && !snapshot.quotas?.length;
  const capacity = Int32Array.from(places, (p, k) => p.capacity - pinnedCount[k]!);
  if (plain)
    capacity.forEach((c, p) => {
      if (c < 0) fault('pinnedFull', `places[${p}]`);
    });
  const nested = plain
    ? { boxes: placeBoxes(capacity), box: to, employerBox: new Int32Array(m).fill(-1) }
    : nestBoxes(snapshot, owner, to, employerOf, pins, issues);
  if (issues.length > 0) throw new PlacementInputError(issues);

  const byTicket = Int32Array.from(students, (_, k) => k).sort((a, b) => ticket[a]! - ticket[b]!);
  const inside = sortEdges(off, byTicket, keptOwnTie, to, m);
  const own = inside.rank;
  const chooser = to.map((p) => (employerOf[p]! >= 0 ? m + employerOf[p]! : p));
  const rank = plain ? own : sortEdges(off, byTicket, keptTie, chooser, m + employers.length).rank;
  return {
    snapshot,
    rules,
    seed,
    label,
    students: students.map((s) => s.id),
    places: places.map((p) => p.id),
    employers: employers.map((e) => e.id),
    studentOf,
    placeOf,
    off,
    to,
    level,
    owner,
    rank,
    tie: keptTie,
    own: twoOrders ? own : rank,
    ownTie: keptOwnTie,
    box: nested.box,
    boxes: nested.boxes,
    placeBox: Int32Array.from(places, (_, k) => k),
    employerOf,
    employerBox: nested.employerBox,
    capacity,
    minimum: Int32Array.from(places, (p) => p.minimum ?? 0),
    pinnedAt,
    pinnedCount,
    inOff: inside.start,
    inEdge: inside.edges,
    plain,
    drawn,
    ticket,
    placeTicket,
    hexOf: (s) => hex?.[s] ?? '',
    dropped,
    teams: students.map((s) => s.team ?? ''),
  };
}

/** 7 and "7" are one id: both spellings find it, without making text of every number that is looked up. */
function spellings(id: Id): Id[] {
  if (typeof id === 'number') return [id, String(id)];
  const number = /^-?\d{1,15}$/.test(id) ? Number(id) : Number.NaN;
  return String(number) === id ? [id, number] : [id];
}

/** Int32Array.from goes through an iterator: ten times slower over a region's pairs. */
function pick(keep: readonly number[], values: ArrayLike<number>): Int32Array {
  const out = new Int32Array(keep.length);
  for (let k = 0; k < keep.length; k++) out[k] = values[keep[k]!]!;
  return out;
}

const pathOf = (list: string, at: number, inner: number): string =>
  `${list}[${at}]${inner >= 0 ? `[${inner}]` : ''}`;

/** Goes through a ranking; empty inner lists hold no tier. Gives whether anything in it is tied. */
function eachId(ranking: Ranking, visit: (id: Id, tier: number, at: number, inner: number) => void): boolean {
  let tier = 0;
  let tied = false;
  for (let at = 0; at < ranking.length; at++) {
    const entry = ranking[at]!;
    if (!Array.isArray(entry)) visit(entry, tier++, at, -1);
    else if (entry.length > 0) {
      if (entry.length > 1) tied = true;
      for (let inner = 0; inner < entry.length; inner++) visit(entry[inner]!, tier, at, inner);
      tier++;
    }
  }
  return tied;
}

/** Four classes in one whole number, 28 bits; -1 when they are no classes. */
function packClasses(classes: readonly number[]): number {
  let packed = 0;
  for (let k = 0; k < MOST_CLASSES; k++) {
    const c = classes[k] ?? 0;
    if (!Number.isInteger(c) || c < 0 || c >= CLASS_LIMIT) return -1;
    packed = packed * CLASS_LIMIT + c;
  }
  return classes.length > MOST_CLASSES ? -1 : packed;
}
