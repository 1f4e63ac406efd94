import type { Market } from '../market/market.ts';
import { Seating } from '../solve/seating.ts';
import type { Solved } from '../solve/solve.ts';
import type { Change } from '../types.ts';
import { employerOrder } from './apply-change.ts';

/** Can the exact changes of all refusals be found in one sweep? Only where proposing alone decides. */
export function canSweep(market: Market, solved: Solved): boolean {
  return (
    market.rules.rule === 'student-optimal' &&
    !solved.teams &&
    !solved.closures.length &&
    market.minimum.every((k) => k === 0) &&
    market.own === market.rank &&
    market.snapshot.employers?.some((e) => !e.order) !== true
  );
}

/**
 * For every refused pair the lowest position in the order of the place (of its employer, where that one orders) that
 * would place the student there or better.
 *
 * Deferred acceptance does not care who proposes when, so the placement without a student is that of all others;
 * halving the set of students gives it for each of them in O(log n) runs, every change taken back afterwards. Then
 * the student proposes with the best key at the place: whoever it refuses last in order is whom he must precede.
 * @param refused edges refused, by student.
 * @returns change by edge; null where no position helps (no seat at all).
 */
export function sweepChanges(
  market: Market,
  solved: Solved,
  refused: ReadonlyMap<number, number[]>,
): Map<number, Change | null> {
  const out = new Map<number, Change | null>();
  const seating = new Seating(market, solved.closed);
  const n = market.off.length - 1;
  for (let s = 0; s < n; s++) if (!refused.has(s)) seating.admit(s);
  const list = [...refused.keys()];
  const finder = new Finder(market, seating, out);
  const halve = (from: number, to: number): void => {
    if (to - from === 1) {
      for (const e of refused.get(list[from]!)!) finder.find(list[from]!, e);
      return;
    }
    const middle = (from + to) >> 1;
    const mark = seating.mark();
    for (let k = middle; k < to; k++) seating.admit(list[k]!);
    halve(from, middle);
    seating.rollback(mark);
    for (let k = from; k < middle; k++) seating.admit(list[k]!);
    halve(middle, to);
    seating.rollback(mark);
  };
  if (list.length > 0) halve(0, list.length);
  return out;
}

class Finder {
  private readonly market: Market;
  private readonly seating: Seating;
  private readonly out: Map<number, Change | null>;
  private readonly employers = new Map<number, number[]>();

  constructor(market: Market, seating: Seating, out: Map<number, Change | null>) {
    this.market = market;
    this.seating = seating;
    this.out = out;
  }

  /** The seating holds everybody but `s`. */
  find(s: number, e: number): void {
    const market = this.market;
    const p = market.to[e]!;
    const k = market.employerOf[p]!;
    const ordered = k >= 0 && !market.snapshot.places[p]!.order;
    const position = ordered ? this.atEmployer(s, e, k) : this.atPlace(s, e, p);
    this.out.set(e, position > 0 ? { kind: 'position', place: market.places[p]!, position } : null);
  }

  private atPlace(s: number, e: number, p: number): number {
    const market = this.market;
    const seating = this.seating;
    const { inOff, inEdge, owner } = market;
    if (!this.placedWith(s, e, () => seating.setRank(e, -1))) return 0;
    if (market.boxes.hasReserves || !market.plain) {
      return this.bisect(inEdge.subarray(inOff[p]!, inOff[p + 1]!), s, e, (before) =>
        seating.setRank(e, seating.rankOf(before) - 1),
      );
    }
    const mark = seating.mark();
    seating.setRank(e, -1);
    seating.admit(s);
    let position = 0;
    for (let x = inOff[p]!; x < inOff[p + 1]! && position === 0; x++) {
      const f = inEdge[x]!;
      const t = owner[f]!;
      // refused there: he holds something later in his list, or nothing
      if (t !== s && seating.next[t]! > f && seating.choice[t] !== f) position = x - inOff[p]! + 1;
    }
    seating.rollback(mark);
    return position;
  }

  private atEmployer(s: number, e: number, k: number): number {
    const market = this.market;
    const seating = this.seating;
    let order = this.employers.get(k);
    if (!order) {
      order = employerOrder(market, k);
      this.employers.set(k, order);
    }
    const { off, to, employerOf } = market;
    const raise = (key: number) => {
      for (let f = off[s]!; f < off[s + 1]!; f++) if (employerOf[to[f]!] === k) seating.setRank(f, key);
    };
    if (!this.placedWith(s, e, () => raise(-1))) return 0;
    return this.bisect(order, s, e, (before) => raise(seating.rankOf(before) - 1));
  }

  /** Last index of `order` (ahead of the student's own) that still places him, by halving; from 1. */
  private bisect(order: ArrayLike<number>, s: number, e: number, raise: (before: number) => void): number {
    const { owner } = this.market;
    let mine = 0;
    while (owner[order[mine]!] !== s) mine++;
    let low = 0;
    let high = mine - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.placedWith(s, e, () => raise(order[middle]!))) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  private placedWith(s: number, e: number, raise: () => void): boolean {
    const seating = this.seating;
    const mark = seating.mark();
    raise();
    seating.admit(s);
    const got = seating.choice[s]!;
    seating.rollback(mark);
    return got >= 0 && got <= e;
  }
}
