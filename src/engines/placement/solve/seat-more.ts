import type { Market } from '../market/market.ts';

/**
 * Seats more students in a weakly stable placement of a plain market by chains of equals, each of which keeps it
 * weakly stable: a student takes a seat where he is at least equal to the last admitted; the one who leaves goes
 * down his list, must stop where he is strictly wanted, may stop where he is an equal; an equal wish of a seated
 * student is enough to move him. Breadth-first, each place once per chain. Changes `choice` in place.
 */
export function seatMore(market: Market, choice: Int32Array, order: Int32Array, closed?: Uint8Array): void {
  const { off, to, level, tie, owner, capacity } = market;
  const n = off.length - 1;
  const m = capacity.length;
  const held: number[][] = Array.from({ length: m }, () => []);
  choice.forEach((e) => {
    if (e >= 0) held[to[e]!]!.push(e);
  });
  const seats = (p: number) => (closed?.[p] ? 0 : capacity[p]!);
  const worstTie = (p: number): number => {
    let worst = -1;
    for (const e of held[p]!) if (tie[e]! > worst) worst = tie[e]!;
    return worst;
  };
  const seenPlace = new Int32Array(m).fill(-1);
  const seenStudent = new Int32Array(n).fill(-1);
  /** Edge by which the student who takes this student's seat comes; and that student. */
  const cameBy = new Int32Array(n);
  const pushedBy = new Int32Array(n);
  const deepest = new Int32Array(n);
  let turn = 0;

  const chain = (first: number): boolean => {
    turn++;
    const queue = [first];
    seenStudent[first] = turn;
    pushedBy[first] = -1;
    deepest[first] = 2 ** 30;
    for (let x = 0; x < queue.length; x++) {
      const u = queue[x]!;
      for (let e = off[u]!; e < off[u + 1]!; ) {
        const tier = level[e]!;
        if (tier > deepest[u]!) break;
        let mustStop = false;
        for (; e < off[u + 1]! && level[e] === tier; e++) {
          const p = to[e]!;
          if (choice[u] === e) continue;
          const room = seats(p) - held[p]!.length;
          if (room > 0) {
            if (seenPlace[p] === turn) mustStop = true;
            else {
              take(u, e);
              return true;
            }
            continue;
          }
          if (seats(p) === 0) continue;
          const worst = worstTie(p);
          if (tie[e]! > worst) continue;
          if (tie[e]! < worst) mustStop = true;
          if (seenPlace[p] === turn) continue;
          seenPlace[p] = turn;
          for (const f of held[p]!) {
            const w = owner[f]!;
            if (seenStudent[w] === turn) continue;
            seenStudent[w] = turn;
            cameBy[w] = e;
            pushedBy[w] = u;
            // the last class may be let go anywhere; the others only where they do not lose
            deepest[w] = tie[f] === worst ? 2 ** 30 : level[f]!;
            queue.push(w);
          }
        }
        if (mustStop) break;
      }
    }
    return false;
  };

  /** `u` takes the free seat at `e`; the seat he leaves goes to the one who pushed him, and so on. */
  const take = (u: number, e: number): void => {
    let student = u;
    let edge = e;
    for (;;) {
      const old = choice[student]!;
      if (old >= 0) held[to[old]!] = held[to[old]!]!.filter((f) => f !== old);
      choice[student] = edge;
      held[to[edge]!]!.push(edge);
      const by = pushedBy[student]!;
      if (by < 0) return;
      edge = cameBy[student]!;
      student = by;
    }
  };

  for (let again = true; again; ) {
    again = false;
    for (const s of order) if (choice[s]! < 0 && off[s + 1]! > off[s]! && chain(s)) again = true;
  }
}
