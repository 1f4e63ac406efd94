/** A strict placement as arrays: edges of a student together, best first; `choice` the edge he holds or -1. */
export interface ArraysToVerify {
  off: Int32Array;
  to: Int32Array;
  rank: Int32Array;
  capacity: Int32Array;
  choice: Int32Array;
}

/**
 * Proves a strict placement stable by reading each edge that is better than the own one once: the place must be full
 * and its cut-off must stand ahead of the student. Shares no code with the solver.
 * @returns faults: edges that are not the student's, places over their seats, blocking pairs.
 */
export function verifyArrays({ off, to, rank, capacity, choice }: ArraysToVerify): {
  foreign: number;
  over: number;
  blocking: number;
} {
  const n = choice.length;
  const m = capacity.length;
  // seats left and the last admitted side by side: one cache line per student
  const border = new Int32Array(2 * m);
  for (let p = 0; p < m; p++) {
    border[2 * p] = capacity[p]!;
    border[2 * p + 1] = -1;
  }
  let foreign = 0;
  for (let s = 0; s < n; s++) {
    const e = choice[s]!;
    if (e < 0) continue;
    if (e < off[s]! || e >= off[s + 1]!) {
      foreign++;
      continue;
    }
    const p = 2 * to[e]!;
    border[p]!--;
    if (rank[e]! > border[p + 1]!) border[p + 1] = rank[e]!;
  }
  const cutoff = new Int32Array(m);
  let over = 0;
  for (let p = 0; p < m; p++) {
    const left = border[2 * p]!;
    if (left < 0) over++;
    // a free seat is open to everyone; no seat at all to no one
    cutoff[p] = left > 0 ? 0x7fffffff : border[2 * p + 1]!;
  }
  let blocking = 0;
  let from = off[0]!;
  for (let s = 0; s < n; s++) {
    const next = off[s + 1]!;
    const end = choice[s]! < 0 ? next : choice[s]!;
    for (let e = from; e < end; e++) if (rank[e]! < cutoff[to[e]!]!) blocking++;
    from = next;
  }
  return { foreign, over, blocking };
}
