import type { Market } from '../market/market.ts';

/**
 * The stable placement best for places, or for employers where they have limits: each takes the first in its order
 * whom it can still offer something better than he holds (place-proposing deferred acceptance; SPA-lecturer of
 * Abraham, Irving, Manlove 2007). A student takes the best of what one employer can offer him at once.
 * @returns edge of each student, or -1.
 */
export function placeProposing(market: Market, closed?: Uint8Array): Int32Array {
  const { off, to, rank, owner, employerOf, boxes, employerBox } = market;
  const n = off.length - 1;
  const m = market.places.length;
  const groups = m + market.employers.length;
  const free = boxes.capacity.slice();
  closed?.forEach((yes, p) => {
    if (yes) free[p] = 0;
  });
  // contracts of a chooser in its order; one student's contracts stand together, as he likes them
  const lists: number[][] = Array.from({ length: groups }, () => []);
  const chooserOf = (e: number) => (employerOf[to[e]!]! >= 0 ? m + employerOf[to[e]!]! : to[e]!);
  for (let e = 0; e < to.length; e++) lists[chooserOf(e)]!.push(e);
  for (const list of lists) list.sort((a, b) => rank[a]! - rank[b]!);
  const at = new Int32Array(groups);
  const choice = new Int32Array(n).fill(-1);
  const waiting: number[] = [];
  const queued = new Uint8Array(groups);
  const queue = (g: number) => {
    if (queued[g] === 0) {
      queued[g] = 1;
      waiting.push(g);
    }
  };
  for (let g = groups - 1; g >= 0; g--) if (lists[g]!.length > 0) queue(g);
  const betterFor = (s: number, e: number) => choice[s]! < 0 || e < choice[s]!;
  const release = (e: number): void => {
    const p = to[e]!;
    if (free[p] === 0 && employerBox[p]! >= 0) at[chooserOf(e)] = 0;
    free[p]!++;
    if (employerBox[p]! >= 0) free[employerBox[p]!]!++;
  };
  while (waiting.length > 0) {
    const g = waiting.pop()!;
    queued[g] = 0;
    const list = lists[g]!;
    const limit = g >= m ? employerBox[to[list[0]!]!]! : -1;
    while (at[g]! < list.length) {
      if (free[limit >= 0 ? limit : g]! <= 0) break;
      const e = list[at[g]!++]!;
      const p = to[e]!;
      const s = owner[e]!;
      if (free[p]! <= 0 || !betterFor(s, e)) continue;
      const old = choice[s]!;
      choice[s] = e;
      free[p]!--;
      if (limit >= 0) free[limit]!--;
      if (old >= 0) {
        const other = chooserOf(old);
        release(old);
        if (other !== g) queue(other);
      }
    }
  }
  return choice;
}
