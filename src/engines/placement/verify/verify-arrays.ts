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
  const left = capacity.slice();
  const cutoff = new Int32Array(capacity.length).fill(-1);
  let foreign = 0;
  for (let s = 0; s < n; s++) {
    const e = choice[s]!;
    if (e < 0) continue;
    if (e < off[s]! || e >= off[s + 1]!) {
      foreign++;
      continue;
    }
    const p = to[e]!;
    left[p]!--;
    if (rank[e]! > cutoff[p]!) cutoff[p] = rank[e]!;
  }
  let over = 0;
  for (let p = 0; p < left.length; p++) {
    if (left[p]! < 0) over++;
    // a free seat is open to everyone; no seat at all to no one
    else if (left[p]! > 0) cutoff[p] = 0x7fffffff;
  }
  let blocking = 0;
  for (let s = 0; s < n; s++) {
    const end = choice[s]! < 0 ? off[s + 1]! : choice[s]!;
    for (let e = off[s]!; e < end; e++) if (rank[e]! < cutoff[to[e]!]!) blocking++;
  }
  return { foreign, over, blocking };
}
