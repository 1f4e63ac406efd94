import type { Market } from '../market/market.ts';
import { deferredAcceptance } from './deferred.ts';

/** More places than this below their minimum at once: the closing is left to the rule of thumb. */
export const MOST_CONTESTED = 20;
/** Pairs read in all: a count and not a clock, so that the answer does not depend on the machine. */
const MOST_WORK = 5_000_000;
const MOST_RUNS = 20_000;

export interface Closing {
  closed: Uint8Array;
  choice: Int32Array;
  closures: { place: number; had: number; round: number }[];
}

export interface BestClosing {
  /** Null: nothing better than the rule of thumb's was found. */
  best: Closing | null;
  /** Every order of closing was looked at or ruled out by the bound. */
  proven: boolean;
}

interface Parts {
  market: Market;
  /** Students at each place, agreed pairs counted. */
  count(choice: Int32Array): Int32Array;
  /** Places with somebody but fewer than their minimum. */
  short(count: Int32Array, closed: Uint8Array): number[];
  /** The rule of thumb's answer: what must be beaten. */
  known: Int32Array;
}

/**
 * The best closing by branch and bound: of all orders in which a place below its minimum may close, the one that leaves
 * most students placed and then the least sum of ranks. Closing a place makes no student better off (a strict market where
 * students propose), so the placement of a node bounds all that comes after it; what has been closed decides the
 * placement whatever the order, so every set is looked at once.
 */
export function bestClosing({ market, count, short, known }: Parts): BestClosing {
  const { off, level } = market;
  const n = off.length - 1;
  let top = 0;
  for (const l of level) if (l > top) top = l;
  const unplaced = (n + 1) * (top + 2);
  const costOf = (choice: Int32Array): number => {
    let sum = 0;
    for (let s = 0; s < n; s++) {
      const e = choice[s]!;
      if (e >= 0) sum += level[e]! + 1;
      else if (off[s] !== off[s + 1]) sum += unplaced;
    }
    return sum;
  };
  const most = Math.min(MOST_RUNS, Math.floor(MOST_WORK / (level.length + n + 1)));
  const closed = new Uint8Array(market.minimum.length);
  const path: Closing['closures'] = [];
  const seen = new Set<string>();
  let least = costOf(known);
  let best: Closing | null = null;
  let runs = 0;
  let proven = true;
  const visit = (): void => {
    const key = path
      .map(({ place }) => place)
      .sort((a, b) => a - b)
      .join();
    if (seen.has(key)) return;
    seen.add(key);
    if (runs >= most) {
      proven = false;
      return;
    }
    runs++;
    const { choice } = deferredAcceptance(market, closed);
    const cost = costOf(choice);
    if (cost >= least) return;
    const at = count(choice);
    const below = short(at, closed);
    if (below.length === 0) {
      least = cost;
      best = { closed: closed.slice(), choice, closures: path.map((one) => ({ ...one })) };
      return;
    }
    if (below.length > MOST_CONTESTED) {
      proven = false;
      return;
    }
    for (const p of below) {
      closed[p] = 1;
      path.push({ place: p, had: at[p]!, round: path.length + 1 });
      visit();
      path.pop();
      closed[p] = 0;
    }
  };
  visit();
  return { best, proven };
}
