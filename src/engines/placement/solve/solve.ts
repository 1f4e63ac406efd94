import type { Market } from '../market/market.ts';
import { bestClosing, MOST_CONTESTED } from './best-closing.ts';
import { bestRanks, type Flow } from './best-ranks.ts';
import { deferredAcceptance } from './deferred.ts';
import { placeMore } from './place-more.ts';
import { placeProposing } from './place-proposing.ts';
import { Seating } from './seating.ts';
import { seatTeams, type TeamSeating } from './teams.ts';

export interface Solved {
  /** Edge each student holds, or -1. */
  choice: Int32Array;
  closed: Uint8Array;
  /** Places closed for want of students, in order, with how many would have come. */
  closures: { place: number; had: number; round: number }[];
  most?: { proven: boolean; bound: number };
  /** Where places closed: could another order of closing do better, and how many could be placed if none had to. */
  closing?: { proven: boolean; bound: number };
  flow?: Flow;
  teams?: TeamSeating;
}

type Once = Omit<Solved, 'closures' | 'closed'> & { seating?: Seating };

/** One run of the rule with these places closed. */
export function solveOnce(market: Market, closed?: Uint8Array): Once {
  const { rule } = market.rules;
  if (rule === 'best-ranks') {
    const n = market.off.length - 1;
    const order = Int32Array.from({ length: n }, (_, s) => s).sort(
      (a, b) => market.ticket[a]! - market.ticket[b]!,
    );
    const { off, level, owner, box, boxes } = market;
    const flow = bestRanks({ off, level, owner, box, boxes, order }, closed);
    return { choice: flow.choice, flow };
  }
  if (rule === 'place-more') {
    const { choice, bound, proven } = placeMore(market, closed);
    return { choice, most: { bound, proven } };
  }
  if (rule === 'place-optimal') return { choice: placeProposing(market, closed) };
  if (market.teams.some((t) => t !== '')) {
    const teams = seatTeams(market, closed);
    return { choice: teams.choice, teams };
  }
  if (market.plain) return { choice: deferredAcceptance(market, closed).choice };
  const seating = new Seating(market, closed);
  seating.admitAll();
  return { choice: seating.choice, seating };
}

/** Students at each place, pinned ones counted. */
export function countByPlace(market: Market, choice: Int32Array): Int32Array {
  const count = market.pinnedCount.slice();
  for (const e of choice) if (e >= 0) count[market.to[e]!]!++;
  return count;
}

/**
 * The rule with minimum groups: while a place has somebody but fewer than its minimum, the one with the largest
 * relative shortfall (ties by ticket) closes and its students go on; then every closed place that enough students would rather have is
 * tried once more, the last closed first, and stays open when all minimums hold. A heuristic with a log: the best closing is NP-hard.
 * On plain markets with few places below their minimum the best order of closing is then searched for (`bestClosing`).
 */
export function solve(market: Market): Solved {
  const { minimum, placeTicket, pinnedCount } = market;
  const closed = new Uint8Array(minimum.length);
  let once = solveOnce(market);
  if (minimum.every((k) => k === 0)) {
    const { seating: _, ...found } = once;
    return { ...found, closures: [], closed };
  }
  // an agreed pair keeps its place open: that promise is older than the round
  const isShort = (p: number, had: number, shut: Uint8Array): boolean =>
    had > 0 && had < minimum[p]! && !shut[p] && pinnedCount[p] === 0;
  const short = (count: Int32Array): number => {
    let worst = -1;
    for (let p = 0; p < minimum.length; p++) {
      const [had, least] = [count[p]!, minimum[p]!];
      if (!isShort(p, had, closed)) continue;
      if (worst < 0) {
        worst = p;
        continue;
      }
      const compared = (least - had) * minimum[worst]! - (minimum[worst]! - count[worst]!) * least;
      if (compared > 0 || (compared === 0 && placeTicket[p]! < placeTicket[worst]!)) worst = p;
    }
    return worst;
  };
  let closures: Solved['closures'] = [];
  const all = once.choice.slice();
  const belowAt = (count: Int32Array, shut: Uint8Array): number[] => {
    const below: number[] = [];
    for (let p = 0; p < minimum.length; p++) if (isShort(p, count[p]!, shut)) below.push(p);
    return below;
  };
  const contested = belowAt(countByPlace(market, all), closed).length;
  // proposing alone: after a closing the displaced simply go on, which is what a whole new run gives; but a wider
  // limit (an employer's) that has turned somebody away now has room for him at its other places
  const proposing = market.rules.rule === 'student-optimal' && !once.teams;
  const goesOn = (p: number): boolean => {
    const { parent } = market.boxes;
    for (let b = parent[p]!; b >= 0; b = parent[b]!) if (once.seating?.pressed[b] !== 0) return false;
    return true;
  };
  for (let round = 1; ; round++) {
    const count = countByPlace(market, once.choice);
    const p = short(count);
    if (p < 0) break;
    closed[p] = 1;
    closures.push({ place: p, had: count[p]!, round });
    if (proposing && goesOn(p)) {
      const seating: Seating = once.seating ?? seatingOf(market, once.choice);
      closeIn(seating, p);
      once = { choice: seating.choice, seating };
    } else once = solveOnce(market, closed);
  }
  for (const { place } of [...closures].reverse()) {
    // too few would rather be there than where they are: it is not tried
    if (wouldCome(market, once.choice, place) < minimum[place]!) continue;
    closed[place] = 0;
    const tried = solveOnce(market, closed);
    const count = countByPlace(market, tried.choice);
    if (short(count) < 0 && count[place]! > 0) {
      once = tried;
      closures = closures.filter((c) => c.place !== place);
    } else closed[place] = 1;
  }
  const { seating: _, ...found } = once;
  if (closures.length === 0) return { ...found, closures, closed };
  const bound = countPlaced(all);
  if (!proposing || !market.plain || contested > MOST_CONTESTED)
    return { ...found, closures, closed, closing: { proven: false, bound } };
  const { best, proven } = bestClosing({
    market,
    count: (choice) => countByPlace(market, choice),
    short: belowAt,
    known: found.choice,
  });
  return { ...found, closures, closed, ...best, closing: { proven, bound } };
}

function countPlaced(choice: Int32Array): number {
  let placed = 0;
  for (const e of choice) if (e >= 0) placed++;
  return placed;
}

function seatingOf(market: Market, choice: Int32Array): Seating {
  const seating = new Seating(market);
  choice.forEach((e, s) => {
    if (e >= 0) seating.seat(s, e);
    else seating.next[s] = market.off[s + 1]!;
  });
  return seating;
}

function closeIn(seating: Seating, place: number): void {
  const { to } = seating.market;
  const displaced: number[] = [];
  seating.choice.forEach((e, s) => {
    if (e >= 0 && to[e] === place) displaced.push(s);
  });
  for (const s of displaced) seating.leave(s);
  seating.capacity[place] = 0;
  for (const s of displaced) seating.admit(s);
}

function wouldCome(market: Market, choice: Int32Array, place: number): number {
  const { inOff, inEdge, owner, level } = market;
  let count = 0;
  for (let x = inOff[place]!; x < inOff[place + 1]!; x++) {
    const e = inEdge[x]!;
    const mine = choice[owner[e]!]!;
    if (mine < 0 || level[e]! < level[mine]!) count++;
  }
  return count;
}
