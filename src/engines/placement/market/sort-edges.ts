/**
 * Edges of each group in strict order: by tie, then by the ticket of the student. Three stable counting passes; no
 * comparisons.
 * @param byTicket students in the order of the draw.
 * @returns `rank[e]` = 2 × position in the group; `edges` by group, best first, `start` their offsets.
 */
export function sortEdges(
  off: Int32Array,
  byTicket: Int32Array,
  tie: Int32Array,
  group: Int32Array,
  groups: number,
): { rank: Int32Array; edges: Int32Array; start: Int32Array } {
  const E = tie.length;
  const first = new Int32Array(E);
  let z = 0;
  for (const s of byTicket) for (let e = off[s]!; e < off[s + 1]!; e++) first[z++] = e;
  const dense = denseTies(tie);
  const second = stableBy(first, dense.of, dense.count).edges;
  const { edges, start } = stableBy(second, group, groups);
  const rank = new Int32Array(E);
  for (let g = 0; g < groups; g++)
    for (let x = start[g]!; x < start[g + 1]!; x++) rank[edges[x]!] = 2 * (x - start[g]!);
  return { rank, edges, start };
}

function stableBy(
  edges: Int32Array,
  key: Int32Array,
  keys: number,
): { edges: Int32Array; start: Int32Array } {
  const start = new Int32Array(keys + 1);
  for (const e of edges) start[key[e]! + 1]!++;
  for (let k = 0; k < keys; k++) start[k + 1]! += start[k]!;
  const next = start.slice(0, keys);
  const out = new Int32Array(edges.length);
  for (const e of edges) out[next[key[e]!]!++] = e;
  return { edges: out, start };
}

/** Packed classes reach 2^28: their distinct values, in order, become 0, 1, 2… */
function denseTies(tie: Int32Array): { of: Int32Array; count: number } {
  let top = 0;
  for (const t of tie) if (t > top) top = t;
  if (top <= 4 * tie.length + 1024) return { of: tie, count: top + 1 };
  const distinct = [...new Set(tie)].sort((a, b) => a - b);
  const at = new Map(distinct.map((t, k) => [t, k]));
  return { of: tie.map((t) => at.get(t)!), count: distinct.length };
}
