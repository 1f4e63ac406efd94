import type { Market } from '../market/market.ts';

/**
 * A plain strict stable placement kept up to date. A free seat goes to the best of those who would rather be there,
 * whose own seat then goes on (vacancy chain; Blum, Roth, Rothblum 1997): everyone who moves wants to. The chain
 * alone can stop short of what a new run gives, so afterwards the cycles that have become possible are turned (places
 * p → the place of the next student p would take): that ends in the placement best for all students again.
 */
export class Chains {
  readonly choice: Int32Array;
  private readonly market: Market;
  private readonly seats: Int32Array;
  private readonly count: Int32Array;
  /** Position in `inEdge` of each edge. */
  private readonly at: Int32Array;
  private readonly gone: Uint8Array;
  private readonly skip: Uint8Array;
  private readonly affected: number[] = [];
  private readonly seen: Int32Array;
  private walk = 0;
  /** Students moved since `reset`, with the edge they held then. */
  private readonly before = new Map<number, number>();
  private capacityLog: [number, number][] = [];
  private goneLog: number[] = [];

  /** @param choice of a finished placement; copied. */
  constructor(market: Market, choice: Int32Array) {
    this.market = market;
    this.choice = choice.slice();
    this.seats = market.capacity.slice();
    const m = this.seats.length;
    this.count = new Int32Array(m);
    for (const e of choice) if (e >= 0) this.count[market.to[e]!]!++;
    this.at = new Int32Array(market.to.length);
    market.inEdge.forEach((e, x) => {
      this.at[e] = x;
    });
    this.gone = new Uint8Array(choice.length);
    this.skip = new Uint8Array(choice.length);
    this.seen = new Int32Array(m);
  }

  /** The student will not move (he was asked and said no): he is passed over. */
  refuseMoves(s: number): void {
    this.skip[s] = 1;
  }

  /** Forgets what moved so far: the placement as it is becomes the start of the next preview. */
  reset(): void {
    this.before.clear();
    this.capacityLog = [];
    this.goneLog = [];
  }

  /** Takes everything back to the last `reset`. */
  undo(): void {
    for (const [s, e] of this.before) {
      if (this.choice[s]! >= 0) this.count[this.market.to[this.choice[s]!]!]!--;
      this.choice[s] = e;
    }
    for (const e of this.before.values()) if (e >= 0) this.count[this.market.to[e]!]!++;
    for (const [p, seats] of this.capacityLog.reverse()) this.seats[p] = seats;
    for (const s of this.goneLog) this.gone[s] = 0;
    this.reset();
  }

  /** Who sits elsewhere than at the last `reset`: [student, edge then, edge now]. */
  moved(): [number, number, number][] {
    const out: [number, number, number][] = [];
    for (const [s, e] of this.before) if (this.choice[s] !== e) out.push([s, e, this.choice[s]!]);
    return out;
  }

  withdraw(s: number): void {
    const e = this.choice[s]!;
    this.gone[s] = 1;
    this.goneLog.push(s);
    const { off, to } = this.market;
    for (let f = off[s]!; f < off[s + 1]! && f !== e; f++) this.affected.push(to[f]!);
    if (e >= 0) {
      this.move(s, -1);
      this.fill(to[e]!);
    }
    this.turnCycles();
  }

  /** Sets the seats of a place. More seats fill by chains; with fewer, the last in order go on proposing. */
  setSeats(p: number, seats: number): void {
    this.capacityLog.push([p, this.seats[p]!]);
    this.seats[p] = Math.max(0, seats);
    const out: number[] = [];
    while (this.count[p]! > this.seats[p]!) {
      const s = this.market.owner[this.market.inEdge[this.cut(p)]!]!;
      out.push(s, this.choice[s]!);
      this.move(s, -1);
    }
    for (let k = 0; k < out.length; k += 2) this.propose(out[k]!, out[k + 1]! + 1);
    this.affected.push(p);
    this.fill(p);
    this.turnCycles();
  }

  private move(s: number, e: number): void {
    const { to } = this.market;
    const old = this.choice[s]!;
    if (!this.before.has(s)) this.before.set(s, old);
    if (old >= 0) this.count[to[old]!]!--;
    this.choice[s] = e;
    if (e >= 0) this.count[to[e]!]!++;
  }

  /** Position in `inEdge` of the last admitted at a place, or the one before its first. */
  private cut(p: number): number {
    const { inOff, inEdge, owner } = this.market;
    let left = this.count[p]!;
    if (left === 0) return inOff[p]! - 1;
    let x = inOff[p]!;
    for (; x < inOff[p + 1]!; x++) {
      const e = inEdge[x]!;
      if (this.choice[owner[e]!] === e && --left === 0) break;
    }
    return x;
  }

  /** First in order who would rather be at `p`, from position `from` on; -1 when there is none. */
  private keenest(p: number, from: number): number {
    const { inOff, inEdge, owner } = this.market;
    for (let x = from; x < inOff[p + 1]!; x++) {
      const e = inEdge[x]!;
      const s = owner[e]!;
      const mine = this.choice[s]!;
      if (this.gone[s] || this.skip[s]) continue;
      if (mine < 0 || e < mine) return e;
    }
    return -1;
  }

  private fill(first: number): void {
    const { inOff, owner, to } = this.market;
    const open = [first];
    while (open.length > 0) {
      const p = open.pop()!;
      while (this.count[p]! < this.seats[p]!) {
        const e = this.keenest(p, inOff[p]!);
        if (e < 0) break;
        const s = owner[e]!;
        const old = this.choice[s]!;
        this.improve(s, e);
        if (old >= 0) {
          open.push(p, to[old]!);
          break;
        }
      }
    }
  }

  /** Moves a student to something better and remembers the places whose next in line may now be another. */
  private improve(s: number, e: number): void {
    const { off, to } = this.market;
    const old = this.choice[s]!;
    const end = old >= 0 ? old + 1 : off[s + 1]!;
    for (let f = off[s]!; f < end; f++) this.affected.push(to[f]!);
    this.move(s, e);
  }

  /** A student pushed out goes down his list, and those he pushes out after him. */
  private propose(first: number, fromEdge: number): void {
    const { off, to, inEdge, owner } = this.market;
    let s = first;
    let e = fromEdge;
    while (e < off[s + 1]!) {
      const p = to[e]!;
      if (this.count[p]! < this.seats[p]!) {
        this.move(s, e);
        return;
      }
      const last = this.seats[p]! > 0 ? this.cut(p) : -1;
      if (last >= 0 && this.at[e]! < last) {
        const out = inEdge[last]!;
        const t = owner[out]!;
        this.move(t, -1);
        this.move(s, e);
        s = t;
        e = out + 1;
      } else e++;
    }
  }

  /** The place whose student `p` would take next, and the edge by which; null when no one would come. */
  private nextOf(p: number): { edge: number; from: number } | null {
    if (this.seats[p] === 0 || this.count[p]! < this.seats[p]!) return null;
    const e = this.keenest(p, this.cut(p) + 1);
    if (e < 0) return null;
    const old = this.choice[this.market.owner[e]!]!;
    return old < 0 ? null : { edge: e, from: this.market.to[old]! };
  }

  private turnCycles(): void {
    const start = this.walk + 1;
    let base = start;
    while (this.affected.length > 0) {
      const first = this.affected.pop()!;
      if (this.seen[first]! >= base) continue;
      this.walk++;
      const path: { place: number; edge: number }[] = [];
      let p = first;
      for (;;) {
        this.seen[p] = this.walk;
        const next = this.nextOf(p);
        if (!next) break;
        path.push({ place: p, edge: next.edge });
        p = next.from;
        if (this.seen[p]! < base) continue;
        if (this.seen[p] === this.walk) {
          const from = path.findIndex((step) => step.place === p);
          for (const step of path.slice(from)) this.improve(this.market.owner[step.edge]!, step.edge);
          // next in line changed: what was walked may lead elsewhere now
          for (const step of path) this.affected.push(step.place);
          base = this.walk + 1;
        }
        break;
      }
    }
  }
}
