import { type Boxes, EMPLOYER, type Market } from '../market/market.ts';

/**
 * Who sits where while students propose, under nested limits (place, employer, quota). Over a limit the student
 * whose leaving costs least goes: first the fewest broken reserves, then the worst in order. With one order per
 * employer this is greedy choice in a laminar family with reserves (M♮-concave), so the result is stable, best for
 * every student, and the same for any order of proposals (Kojima, Tamura, Yokoo 2018; for employers alone it is the
 * student-optimal algorithm of Abraham, Irving, Manlove 2007).
 *
 * Every change can be taken back: `mark()` before, `rollback(mark)` after.
 */
export class Seating {
  readonly market: Market;
  /** Edge each student holds, or -1. */
  readonly choice: Int32Array;
  /** Next edge each student will try. */
  readonly next: Int32Array;
  /** Where the list of each student ends; a shorter end makes him stop earlier. */
  readonly last: Int32Array;
  readonly count: Int32Array;
  readonly capacity: Int32Array;
  /** The market's own arrays until an order is overridden. */
  private rank: Int32Array;
  private own: Int32Array;
  private readonly start: Int32Array;
  private readonly reserveUnder: Uint8Array;
  private readonly seats: Int32Array;
  private readonly size: Int32Array;
  private readonly slot: Int32Array;
  /**
   * The last in order under each box, -1 when not known: most who are refused are refused by the same one. Kept only
   * while nothing is to be taken back.
   */
  private readonly worst: Int32Array;
  private keepsWorst = true;
  /** Limits that have ever turned somebody away; not taken back. */
  readonly pressed: Uint8Array;
  private journal: number[] | null = null;
  private readonly arrays: Int32Array[];

  /** @param closed places that take nobody. */
  constructor(market: Market, closed?: Uint8Array) {
    this.market = market;
    const { boxes, off, box } = market;
    const n = off.length - 1;
    this.rank = market.rank;
    this.own = market.own;
    this.capacity = boxes.capacity.slice();
    if (closed)
      closed.forEach((yes, p) => {
        if (yes) this.capacity[p] = 0;
      });
    const frame = frameOf(boxes, box);
    this.start = frame.start;
    this.reserveUnder = frame.reserveUnder;
    this.seats = new Int32Array(this.start[boxes.count]!);
    this.pressed = new Uint8Array(boxes.count);
    this.size = new Int32Array(boxes.count);
    this.count = new Int32Array(boxes.count);
    this.slot = new Int32Array(n).fill(-1);
    this.worst = new Int32Array(boxes.count).fill(-1);
    this.choice = new Int32Array(n).fill(-1);
    this.next = off.slice(0, n);
    this.last = off.slice(1);
    this.arrays = [
      this.choice,
      this.next,
      this.count,
      this.seats,
      this.size,
      this.slot,
      this.rank,
      this.own,
      this.last,
    ];
  }

  mark(): number {
    this.journal ??= [];
    this.keepsWorst = false;
    return this.journal.length;
  }

  rollback(mark: number): void {
    const j = this.journal!;
    while (j.length > mark) {
      const old = j.pop()!;
      const index = j.pop()!;
      this.arrays[j.pop()!]![index] = old;
    }
  }

  /** Taking back ends: later changes are no longer written down. */
  forget(): void {
    this.journal = null;
  }

  private set(array: number, index: number, value: number): void {
    const a = this.arrays[array]!;
    if (this.journal) this.journal.push(array, index, a[index]!);
    a[index] = value;
  }

  /** Overrides the order of one pair at its place and employer; smaller is better, odd numbers lie between others. */
  setRank(e: number, rank: number, own = rank): void {
    this.keepsWorst = false;
    if (this.rank === this.market.rank) {
      const one = this.own === this.rank;
      this.rank = this.rank.slice();
      this.own = one ? this.rank : this.own.slice();
      this.arrays[6] = this.rank;
      this.arrays[7] = this.own;
    }
    this.set(6, e, rank);
    if (this.own !== this.rank) this.set(7, e, own);
  }

  rankOf(e: number): number {
    return this.rank[e]!;
  }

  ownOf(e: number): number {
    return this.own[e]!;
  }

  /** Puts a student where he stands in a known placement, without proposing. */
  seat(s: number, e: number): void {
    this.put(s, e);
    this.set(1, s, e + 1);
  }

  private put(s: number, e: number): void {
    const b = this.market.box[e]!;
    if (!this.journal) {
      // most runs are never taken back: plain writes
      const { parent } = this.market.boxes;
      const { size, count } = this;
      const at = size[b]!;
      this.seats[this.start[b]! + at] = e;
      size[b] = at + 1;
      this.slot[s] = at;
      this.choice[s] = e;
      for (let x = b; x >= 0; x = parent[x]!) {
        count[x]!++;
        const last = this.worst[x]!;
        if (last >= 0) {
          const key = this.market.boxes.kind[x] === EMPLOYER ? this.rank : this.own;
          if (key[e]! > key[last]!) this.worst[x] = e;
        }
      }
      return;
    }
    const k = this.size[b]!;
    this.set(3, this.start[b]! + k, e);
    this.set(4, b, k + 1);
    this.set(5, s, k);
    this.set(0, s, e);
    const { parent } = this.market.boxes;
    for (let x = b; x >= 0; x = parent[x]!) this.set(2, x, this.count[x]! + 1);
  }

  /** Takes a student off his seat; nobody else moves. */
  leave(s: number): void {
    const { box, owner, boxes } = this.market;
    const e = this.choice[s]!;
    const b = box[e]!;
    const last = this.size[b]! - 1;
    const moved = this.seats[this.start[b]! + last]!;
    const hole = this.slot[s]!;
    if (!this.journal) {
      const { parent } = boxes;
      const { count } = this;
      this.seats[this.start[b]! + hole] = moved;
      this.slot[owner[moved]!] = hole;
      this.size[b] = last;
      this.choice[s] = -1;
      for (let x = b; x >= 0; x = parent[x]!) {
        count[x]!--;
        if (this.worst[x] === e) this.worst[x] = -1;
      }
      return;
    }
    this.set(3, this.start[b]! + hole, moved);
    this.set(5, owner[moved]!, hole);
    this.set(4, b, last);
    this.set(0, s, -1);
    for (let x = b; x >= 0; x = boxes.parent[x]!) this.set(2, x, this.count[x]! - 1);
  }

  /** The student proposes to the edges from `from` to before `to` and to no others. */
  limit(s: number, from: number, to: number): void {
    this.set(1, s, from);
    this.set(8, s, to);
  }

  /**
   * Would the place take this contract instead of one strictly worse (or on a free seat), lottery aside? The student
   * must not be seated.
   */
  wants(e: number): boolean {
    const b = this.broken(e);
    if (b < 0) return true;
    const out = this.loser(b, e);
    if (out === e) return false;
    const { boxes, tie, ownTie, box } = this.market;
    const classes = boxes.kind[b] === EMPLOYER ? tie : ownTie;
    if (classes[e]! < classes[out]!) return true;
    return this.reserveUnder[b] === 1 && this.loss(box[out]!, b, box[e]!) < this.loss(box[e]!, b, box[e]!);
  }

  /** The innermost limit that one more contract at `e` would break, or -1. */
  broken(e: number): number {
    const { parent } = this.market.boxes;
    for (let b = this.market.box[e]!; b >= 0; b = parent[b]!)
      if (this.count[b]! >= this.capacity[b]!) return b;
    return -1;
  }

  /** Of those under the box and the newcomer `e`: the edge that must go. */
  loser(box: number, e: number): number {
    const { boxes, box: boxOf } = this.market;
    const key = boxes.kind[box] === EMPLOYER ? this.rank : this.own;
    let worst = e;
    const weigh = this.reserveUnder[box] === 1;
    if (this.keepsWorst && !weigh) {
      let last = this.worst[box]!;
      if (last < 0) {
        last = this.lastUnder(box, key);
        this.worst[box] = last;
      }
      return last >= 0 && key[last]! > key[e]! ? last : e;
    }
    let worstLoss = weigh ? this.loss(boxOf[e]!, box, boxOf[e]!) : 0;
    for (let x = boxes.leafFrom[box]!; x < boxes.leafTo[box]!; x++) {
      const b = boxes.leaves[x]!;
      const size = this.size[b]!;
      if (size === 0) continue;
      const loss = weigh ? this.loss(b, box, boxOf[e]!) : 0;
      if (loss > worstLoss) continue;
      const from = this.start[b]!;
      for (let k = from; k < from + size; k++) {
        const f = this.seats[k]!;
        if (loss < worstLoss || key[f]! > key[worst]!) {
          worst = f;
          worstLoss = loss;
        }
      }
    }
    return worst;
  }

  private lastUnder(box: number, key: Int32Array): number {
    const { leaves, leafFrom, leafTo } = this.market.boxes;
    let last = -1;
    let lastKey = -2;
    for (let x = leafFrom[box]!; x < leafTo[box]!; x++) {
      const b = leaves[x]!;
      const from = this.start[b]!;
      const to = from + this.size[b]!;
      for (let k = from; k < to; k++) {
        const f = this.seats[k]!;
        if (key[f]! > lastKey) {
          last = f;
          lastKey = key[f]!;
        }
      }
    }
    return last;
  }

  /** Reserves from `leaf` up to `top` that would fall short if one left there, the newcomer's leaf counted in. */
  private loss(leaf: number, top: number, newLeaf: number): number {
    const { parent, reserve, leafFrom, leafTo } = this.market.boxes;
    let loss = 0;
    for (let b = leaf; b !== top; b = parent[b]!) {
      if (reserve[b] === 0) continue;
      const at = leafFrom[newLeaf]!;
      const with1 = this.count[b]! + (at >= leafFrom[b]! && at < leafTo[b]! ? 1 : 0);
      if (with1 <= reserve[b]!) loss++;
    }
    return loss;
  }

  /**
   * Lets a student propose from where he stopped, and everyone he pushes out after him.
   * @returns who is left without a seat at the end, or -1.
   */
  admit(first: number): number {
    const { owner } = this.market;
    let s = first;
    for (;;) {
      const e = this.next[s]!;
      if (e >= this.last[s]!) return s;
      if (this.journal) this.set(1, s, e + 1);
      else this.next[s] = e + 1;
      const b = this.broken(e);
      if (b < 0) {
        this.put(s, e);
        return -1;
      }
      this.pressed[b] = 1;
      const out = this.loser(b, e);
      if (out === e) continue;
      const t = owner[out]!;
      this.leave(t);
      this.put(s, e);
      s = t;
    }
  }

  /**
   * Lets every student propose, as one `admit` after another would, over plain locals: most of a region's time goes
   * here. Only while nothing is to be taken back.
   */
  admitAll(): void {
    const { market, choice, next, last, count, capacity, seats, start, size, slot, worst, pressed } = this;
    const { reserveUnder } = this;
    const { boxes, owner, box: boxOf } = market;
    const { parent, kind } = boxes;
    const { rank, own } = this;
    const n = next.length;
    if (this.journal || !this.keepsWorst) {
      for (let s = 0; s < n; s++) this.admit(s);
      return;
    }
    for (let first = 0; first < n; first++) {
      let s = first;
      for (;;) {
        const e = next[s]!;
        if (e >= last[s]!) break;
        next[s] = e + 1;
        const leaf = boxOf[e]!;
        let b = leaf;
        while (b >= 0 && count[b]! < capacity[b]!) b = parent[b]!;
        let out = -1;
        if (b >= 0) {
          pressed[b] = 1;
          const key = kind[b] === EMPLOYER ? rank : own;
          out = worst[b]!;
          if (reserveUnder[b] === 1) out = this.loser(b, e);
          else {
            if (out < 0) {
              out = this.lastUnder(b, key);
              worst[b] = out;
            }
            if (out < 0 || key[out]! <= key[e]!) out = e;
          }
          if (out === e) continue;
          const t = owner[out]!;
          const from = boxOf[out]!;
          const top = size[from]! - 1;
          const moved = seats[start[from]! + top]!;
          const hole = slot[t]!;
          seats[start[from]! + hole] = moved;
          slot[owner[moved]!] = hole;
          size[from] = top;
          choice[t] = -1;
          for (let x = from; x >= 0; x = parent[x]!) {
            count[x]!--;
            if (worst[x] === out) worst[x] = -1;
          }
        }
        const at = size[leaf]!;
        seats[start[leaf]! + at] = e;
        size[leaf] = at + 1;
        slot[s] = at;
        choice[s] = e;
        for (let x = leaf; x >= 0; x = parent[x]!) {
          count[x]!++;
          const low = worst[x]!;
          if (low < 0) continue;
          const key = kind[x] === EMPLOYER ? rank : own;
          if (key[e]! > key[low]!) worst[x] = e;
        }
        if (out < 0) break;
        s = owner[out]!;
      }
    }
  }

  /** Students held under a box, with their edges. */
  held(box: number): number[] {
    const { boxes } = this.market;
    const out: number[] = [];
    for (let x = boxes.leafFrom[box]!; x < boxes.leafTo[box]!; x++) {
      const b = boxes.leaves[x]!;
      for (let k = 0; k < this.size[b]!; k++) out.push(this.seats[this.start[b]! + k]!);
    }
    return out;
  }
}

interface Frame {
  /** Where the seats of each box begin. */
  start: Int32Array;
  /** Is there a reserve inside the box, itself not counted? */
  reserveUnder: Uint8Array;
}

/** The same for every run over one market: made once. */
const frames = new WeakMap<Boxes, Frame>();

function frameOf(boxes: Boxes, box: Int32Array): Frame {
  const known = frames.get(boxes);
  if (known) return known;
  const start = new Int32Array(boxes.count + 1);
  for (let e = 0; e < box.length; e++) start[box[e]! + 1]!++;
  for (let b = 0; b < boxes.count; b++) start[b + 1]! += start[b]!;
  const reserveUnder = new Uint8Array(boxes.count);
  for (let b = 0; b < boxes.count; b++)
    if (boxes.reserve[b]! > 0)
      for (let up = boxes.parent[b]!; up >= 0; up = boxes.parent[up]!) reserveUnder[up] = 1;
  const frame = { start, reserveUnder };
  frames.set(boxes, frame);
  return frame;
}
