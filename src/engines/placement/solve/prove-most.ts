import type { Market } from '../market/market.ts';

/** Steps of the search before it gives up: a count, not a clock, so that the answer is the same everywhere. */
const MOST_STEPS = 30_000;

/**
 * The greatest weakly stable placement of a small plain market by exhaustion with propagation. A pair where the
 * student surely fares worse forces the place to be full of his equals and betters; a place that cannot be, forces
 * the student to fare no worse.
 * @param start a weakly stable placement to beat. @param bound no placement seats more.
 */
export function proveMost(
  market: Market,
  start: Int32Array,
  bound: number,
  closed?: Uint8Array,
): { choice: Int32Array; proven: boolean } {
  let choice = start;
  let size = start.reduce((sum, e) => sum + (e >= 0 ? 1 : 0), 0);
  const search = new Search(market, closed);
  while (size < bound) {
    const better = search.atLeast(size + 1);
    if (better === 'stopped') return { choice, proven: false };
    if (!better) return { choice, proven: true };
    choice = better;
    size = better.reduce((sum, e) => sum + (e >= 0 ? 1 : 0), 0);
  }
  return { choice, proven: true };
}

class Search {
  private readonly market: Market;
  private readonly n: number;
  private readonly seats: Int32Array;
  private readonly alive: Uint8Array;
  /** May the student stay without a place? */
  private readonly none: Uint8Array;
  private readonly options: Int32Array;
  private readonly into: number[][];
  private readonly trail: number[] = [];
  private mayBeNone = 0;
  private steps = 0;

  constructor(market: Market, closed?: Uint8Array) {
    this.market = market;
    const { off, to, capacity } = market;
    this.n = off.length - 1;
    this.seats = capacity.map((c, p) => (closed?.[p] ? 0 : c));
    this.alive = new Uint8Array(to.length).fill(1);
    this.none = new Uint8Array(this.n).fill(1);
    this.options = Int32Array.from({ length: this.n }, (_, s) => off[s + 1]! - off[s]! + 1);
    this.into = Array.from(capacity, () => []);
    to.forEach((p, e) => {
      this.into[p]!.push(e);
    });
  }

  atLeast(target: number): Int32Array | 'stopped' | null {
    this.mayBeNone = this.n - target;
    const mark = this.trail.length;
    const found = this.descend();
    this.undo(mark);
    return found;
  }

  private descend(): Int32Array | 'stopped' | null {
    if (++this.steps > MOST_STEPS) return 'stopped';
    if (!this.propagate()) return null;
    let pick = -1;
    for (let s = 0; s < this.n; s++)
      if (this.options[s]! > 1 && (pick < 0 || this.options[s]! < this.options[pick]!)) pick = s;
    if (pick < 0) return this.answer();
    const { off } = this.market;
    for (let e = off[pick]!; e <= off[pick + 1]!; e++) {
      const last = e === off[pick + 1]!;
      if (last ? this.none[pick] === 0 : this.alive[e] === 0) continue;
      const mark = this.trail.length;
      const found = this.fix(pick, last ? -1 : e) ? this.descend() : null;
      this.undo(mark);
      if (found) return found;
    }
    return null;
  }

  private answer(): Int32Array {
    const { off } = this.market;
    const choice = new Int32Array(this.n).fill(-1);
    for (let s = 0; s < this.n; s++)
      for (let e = off[s]!; e < off[s + 1]!; e++) if (this.alive[e]) choice[s] = e;
    return choice;
  }

  private undo(mark: number): void {
    while (this.trail.length > mark) {
      const x = this.trail.pop()!;
      if (x >= 0) {
        this.alive[x] = 1;
        this.options[this.market.owner[x]!]!++;
      } else {
        this.none[-x - 1] = 1;
        this.options[-x - 1]!++;
      }
    }
  }

  private cut(e: number): boolean {
    if (this.alive[e] === 0) return true;
    this.alive[e] = 0;
    this.trail.push(e);
    return --this.options[this.market.owner[e]!]! > 0;
  }

  private mustSeat(s: number): boolean {
    if (this.none[s] === 0) return true;
    this.none[s] = 0;
    this.trail.push(-s - 1);
    return --this.options[s]! > 0;
  }

  private fix(s: number, keep: number): boolean {
    const { off } = this.market;
    for (let e = off[s]!; e < off[s + 1]!; e++) if (e !== keep && !this.cut(e)) return false;
    return keep < 0 || this.mustSeat(s);
  }

  /** Removes what can be in no placement; false when nothing is left. */
  private propagate(): boolean {
    const { off, level, owner } = this.market;
    for (;;) {
      const before = this.trail.length;
      for (let p = 0; p < this.seats.length; p++) {
        let fixed = 0;
        for (const e of this.into[p]!) if (this.alive[e] && this.options[owner[e]!] === 1) fixed++;
        if (fixed > this.seats[p]!) return false;
        if (fixed === this.seats[p])
          for (const e of this.into[p]!)
            if (this.alive[e] && this.options[owner[e]!]! > 1 && !this.cut(e)) return false;
      }
      for (let s = 0; s < this.n; s++) {
        let first = 2 ** 30;
        for (let e = off[s]!; e < off[s + 1]!; e++)
          if (this.alive[e]) {
            first = level[e]!;
            break;
          }
        for (let e = off[s]!; e < off[s + 1]!; e++) if (!this.pair(s, e, first > level[e]!)) return false;
      }
      if (this.trail.length === before) return this.canSeat();
    }
  }

  /** The stability of one pair, as far as it can be told. */
  private pair(s: number, e: number, surelyWorse: boolean): boolean {
    const { off, to, level, tie, owner } = this.market;
    const p = to[e]!;
    let could = 0;
    for (const f of this.into[p]!) if (this.alive[f] && tie[f]! <= tie[e]! && owner[f] !== s) could++;
    if (surelyWorse) {
      if (could < this.seats[p]!) return false;
      for (const f of this.into[p]!) if (tie[f]! > tie[e]! && !this.cut(f)) return false;
      if (could === this.seats[p])
        for (const f of this.into[p]!) if (this.alive[f] && !this.fix(owner[f]!, f)) return false;
    } else if (could < this.seats[p]!) {
      if (!this.mustSeat(s)) return false;
      for (let f = off[s]!; f < off[s + 1]!; f++) if (level[f]! > level[e]! && !this.cut(f)) return false;
    }
    return true;
  }

  /** Can enough students still be seated at once? Augmenting paths over what is left. */
  private canSeat(): boolean {
    const { off, to } = this.market;
    const at: number[][] = this.into.map(() => []);
    const seen = new Uint8Array(this.seats.length);
    const seat = (s: number): boolean => {
      for (let e = off[s]!; e < off[s + 1]!; e++) {
        const p = to[e]!;
        if (!this.alive[e] || seen[p]) continue;
        seen[p] = 1;
        const list = at[p]!;
        if (list.length < this.seats[p]!) {
          list.push(s);
          return true;
        }
        for (let k = 0; k < list.length; k++)
          if (seat(list[k]!)) {
            list[k] = s;
            return true;
          }
      }
      return false;
    };
    let missed = 0;
    for (let s = 0; s < this.n; s++) {
      seen.fill(0);
      if (!seat(s) && ++missed > this.mayBeNone) return false;
    }
    return true;
  }
}
