/** Arrays a plain strict market needs: edges of a student together, best first; smaller `rank` is better. */
export interface StrictArrays {
  off: Int32Array;
  to: Int32Array;
  rank: Int32Array;
  capacity: Int32Array;
}

export interface Deferred {
  /** Edge each student holds, or -1. */
  choice: Int32Array;
  proposals: number;
}

/**
 * Student-proposing deferred acceptance (Gale and Shapley 1962) with strict orders: the stable placement that is
 * best for every student. Each place keeps a heap with its worst student on top; time O(proposals × log seats).
 * The order in which students propose does not change the result.
 * @param closed places that take nobody.
 */
export function deferredAcceptance(market: StrictArrays, closed?: Uint8Array): Deferred {
  const { off, to, rank, capacity } = market;
  const n = off.length - 1;
  const m = capacity.length;
  const start = new Int32Array(m + 1);
  const seats = new Int32Array(m);
  let total = 0;
  for (let p = 0; p < m; p++) total += capacity[p]!;
  // seats nobody can ask for need no room; counted only where there are many
  const degree = total > 4 * n + to.length ? degrees(to, m) : null;
  for (let p = 0; p < m; p++) {
    const room = closed && closed[p] === 1 ? 0 : capacity[p]!;
    seats[p] = degree ? Math.min(room, degree[p]!) : room;
    start[p + 1] = start[p]! + seats[p]!;
  }
  // key and student side by side, next edge and end of list side by side: one cache line per step
  const heap = new Int32Array(2 * start[m]!);
  const walk = new Int32Array(2 * n);
  for (let s = 0; s < n; s++) {
    walk[2 * s] = off[s]!;
    walk[2 * s + 1] = off[s + 1]!;
  }
  const size = new Int32Array(m);
  const proposals = run(to, rank, seats, start, heap, size, walk);
  const choice = new Int32Array(n).fill(-1);
  for (let p = 0; p < m; p++)
    for (let k = start[p]!; k < start[p]! + size[p]!; k++) {
      const s = heap[2 * k + 1]!;
      choice[s] = walk[2 * s]! - 1;
    }
  return { choice, proposals };
}

function degrees(to: Int32Array, places: number): Int32Array {
  const degree = new Int32Array(places);
  for (let e = 0; e < to.length; e++) degree[to[e]!]!++;
  return degree;
}

/** The loop alone, over plain locals: this is where the time goes. */
function run(
  to: Int32Array,
  rank: Int32Array,
  seats: Int32Array,
  start: Int32Array,
  heap: Int32Array,
  size: Int32Array,
  walk: Int32Array,
): number {
  const n = walk.length >> 1;
  let proposals = 0;
  for (let first = 0; first < n; first++) {
    let s = first;
    for (;;) {
      const e = walk[2 * s]!;
      if (e >= walk[2 * s + 1]!) break;
      walk[2 * s] = e + 1;
      proposals++;
      const p = to[e]!;
      const key = rank[e]!;
      const full = seats[p]!;
      const base = 2 * start[p]!;
      const held = size[p]!;
      if (held < full) {
        let x = held;
        while (x > 0) {
          const up = (x - 1) >> 1;
          if (heap[base + 2 * up]! >= key) break;
          heap[base + 2 * x] = heap[base + 2 * up]!;
          heap[base + 2 * x + 1] = heap[base + 2 * up + 1]!;
          x = up;
        }
        heap[base + 2 * x] = key;
        heap[base + 2 * x + 1] = s;
        size[p] = held + 1;
        break;
      }
      if (full === 0 || key >= heap[base]!) continue;
      const loser = heap[base + 1]!;
      let x = 0;
      for (;;) {
        let y = 2 * x + 1;
        if (y >= full) break;
        if (y + 1 < full && heap[base + 2 * y + 2]! > heap[base + 2 * y]!) y++;
        if (heap[base + 2 * y]! <= key) break;
        heap[base + 2 * x] = heap[base + 2 * y]!;
        heap[base + 2 * x + 1] = heap[base + 2 * y + 1]!;
        x = y;
      }
      heap[base + 2 * x] = key;
      heap[base + 2 * x + 1] = s;
      s = loser;
    }
  }
  return proposals;
}
