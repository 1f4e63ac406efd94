import type { Market } from '../market/market.ts';
import { bestRanks } from './best-ranks.ts';
import { proveMost } from './prove-most.ts';
import { seatMore } from './seat-more.ts';
import { Seating } from './seating.ts';

export interface PlaceMore {
  choice: Int32Array;
  /** No placement at all, stable or not, seats more than this. */
  bound: number;
  /** No stable placement (no pair where both are strictly better) seats more. */
  proven: boolean;
}

/** Up to this many students the greatest stable placement is looked for by exhaustion. */
const EXHAUST_UP_TO = 60;
/** Other orders of proposing are tried for rounds up to this many students. */
const TURN_UP_TO = 1000;
const TURNS = 32;

/**
 * Policy «place more». Equals at a place give way to whoever has already been refused everywhere once (Király 2008:
 * at least 2/3 of the greatest stable placement where students have strict lists); then chains of equals are looked
 * for that seat one more (`seatMore`, ties on both sides); small markets are settled by exhaustion (`proveMost`).
 * Stable in the weak sense; not strategy-proof.
 */
export function placeMore(market: Market, closed?: Uint8Array): PlaceMore {
  const n = market.off.length - 1;
  const order = Int32Array.from({ length: n }, (_, s) => s).sort(
    (a, b) => market.ticket[a]! - market.ticket[b]!,
  );
  const seatFrom = (first: ArrayLike<number>): Int32Array => {
    const found = promote(market, first, closed);
    if (market.plain && placedIn(found) < bound) seatMore(market, found, order, closed);
    return found;
  };
  const none = new Int32Array(market.to.length);
  const { off, owner, box, boxes } = market;
  const bound = placedIn(bestRanks({ off, level: none, owner, box, boxes, order }, closed).choice);
  let choice = seatFrom(order);
  // other orders of proposing, turned round by round, and the best of them
  for (let turn = 1; turn < TURNS && n <= TURN_UP_TO && placedIn(choice) < bound; turn++) {
    const turned = order.map((_, k) => order[(k + Math.floor((turn * n) / TURNS)) % n]!);
    const other = seatFrom(turn % 2 ? turned : turned.reverse());
    if (placedIn(other) > placedIn(choice)) choice = other;
  }
  let proven = placedIn(choice) === bound;
  if (market.plain && !proven && n <= EXHAUST_UP_TO) {
    const found = proveMost(market, choice, bound, closed);
    choice = found.choice;
    proven = found.proven;
  }
  return { choice, bound, proven };
}

export const placedIn = (choice: Int32Array): number => {
  let placed = 0;
  for (const e of choice) if (e >= 0) placed++;
  return placed;
};

/** Deferred acceptance where a student refused by all stands first among his equals on a second walk. */
function promote(market: Market, order: ArrayLike<number>, closed?: Uint8Array): Int32Array {
  const seating = new Seating(market, closed);
  const { off } = market;
  const chooser = market.to.map((p) =>
    market.employerOf[p]! >= 0 ? market.places.length + market.employerOf[p]! : p,
  );
  const rank = twoStoreys(market.rank, market.tie, chooser);
  const own = market.own === market.rank ? rank : twoStoreys(market.own, market.ownTie, market.to);
  for (let e = 0; e < chooser.length; e++) seating.setRank(e, rank.after[e]!, own.after[e]!);
  const promoted = new Uint8Array(order.length);
  for (let x = 0; x < order.length; x++) {
    let s = seating.admit(order[x]!);
    while (s >= 0 && promoted[s] === 0) {
      promoted[s] = 1;
      for (let e = off[s]!; e < off[s + 1]!; e++) seating.setRank(e, rank.before[e]!, own.before[e]!);
      seating.next[s] = off[s]!;
      s = seating.admit(s);
    }
  }
  return seating.choice;
}

/** Two keys per edge: inside one class of a group every `before` stands ahead of every `after`. */
function twoStoreys(
  rank: Int32Array,
  tie: Int32Array,
  group: Int32Array,
): { before: Int32Array; after: Int32Array } {
  const E = rank.length;
  const edges = Int32Array.from({ length: E }, (_, e) => e).sort(
    (a, b) => group[a]! - group[b]! || rank[a]! - rank[b]!,
  );
  const before = new Int32Array(E);
  const after = new Int32Array(E);
  for (let x = 0, base = 0; x < E; ) {
    const e = edges[x]!;
    if (x > 0 && group[edges[x - 1]!] !== group[e]) base = 0;
    let y = x;
    while (y < E && group[edges[y]!] === group[e] && tie[edges[y]!] === tie[e]) y++;
    for (let k = x; k < y; k++) {
      before[edges[k]!] = 2 * (base + k - x);
      after[edges[k]!] = 2 * (base + y - x + k - x);
    }
    base += 2 * (y - x);
    x = y;
  }
  return { before, after };
}
