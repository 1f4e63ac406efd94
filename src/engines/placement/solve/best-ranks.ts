import type { Boxes } from '../market/market.ts';

/** What the flow needs of a market. */
export interface FlowArrays {
  off: Int32Array;
  level: Int32Array;
  owner: Int32Array;
  /** Box each edge hangs in. */
  box: Int32Array;
  boxes: Boxes;
  /** Order in which students are taken up: it decides between equally good placements. */
  order: Int32Array;
}

export interface Flow {
  choice: Int32Array;
  /** Price of an unplaced student and of a seat of each box: the dual solution that proves the optimum. */
  unplaced: number;
  price: Int32Array;
  /** Phases of the shortest-path search. */
  phases: number;
}

const FAR = 2 ** 30;

/**
 * Most students placed, and among these the least sum of ranks (tiers counted from 1): primal-dual minimum-cost
 * flow, whole potentials, Dial's buckets, blocking flow by depth-first search. Priorities of places are not looked
 * at, so the result is in general not stable.
 */
export function bestRanks(arrays: FlowArrays, closed?: Uint8Array): Flow {
  const { off, level, owner, box, boxes, order } = arrays;
  const n = off.length - 1;
  const B = boxes.count;
  const { parent } = boxes;
  const capacity = boxes.capacity.slice();
  closed?.forEach((yes, p) => {
    if (yes) capacity[p] = 0;
  });
  const { childFrom, child } = childrenOf(parent);
  const direct = new Int32Array(B + 1);
  for (const b of box) direct[b + 1]!++;
  for (let b = 0; b < B; b++) direct[b + 1]! += direct[b]!;
  const seats = new Int32Array(box.length);
  const size = new Int32Array(B);
  const count = new Int32Array(B);
  const slot = new Int32Array(n);
  const choice = new Int32Array(n).fill(-1);
  // potentials: students first, boxes after; the sink stays at 0
  const pi = new Int32Array(n + B);
  const dist = new Int32Array(n + B).fill(FAR);
  const touched = new Int32Array(n + B);
  const cursor = new Int32Array(n + B);
  const entered = new Uint8Array(n + B);
  const path = new Int32Array(n + B + 1);
  const arc = new Int32Array(n + B + 1);
  const buckets: number[][] = [];
  let touchedCount = 0;
  let phases = 0;
  let waiting = order.filter((s) => off[s + 1]! > off[s]!);

  /** Distances in reduced costs from all waiting students, up to the sink or to everything reachable. */
  const search = (): number => {
    for (let k = 0; k < touchedCount; k++) dist[touched[k]!] = FAR;
    touchedCount = 0;
    let sink = FAR;
    const reach = (node: number, d: number): void => {
      if (d >= dist[node]! || d >= sink) return;
      if (dist[node] === FAR) touched[touchedCount++] = node;
      dist[node] = d;
      while (buckets.length <= d) buckets.push([]);
      buckets[d]!.push(node);
    };
    for (const s of waiting) reach(s, 0);
    for (let d = 0; d < buckets.length; d++) {
      const bucket = buckets[d]!;
      if (d >= sink) {
        bucket.length = 0;
        continue;
      }
      for (let x = 0; x < bucket.length; x++) {
        const node = bucket[x]!;
        if (dist[node] !== d) continue;
        if (node < n) {
          const y = d + pi[node]! + 1;
          const mine = choice[node]!;
          for (let e = off[node]!; e < off[node + 1]!; e++) {
            const b = n + box[e]!;
            const there = y + level[e]! - pi[b]!;
            if (there < dist[b]! && there < sink && e !== mine) reach(b, there);
          }
          continue;
        }
        const b = node - n;
        const z = d + pi[node]!;
        if (count[b]! < capacity[b]!) {
          const up = parent[b]!;
          if (up < 0) {
            if (z < sink) sink = z;
            continue;
          }
          reach(n + up, z - pi[n + up]!);
        }
        for (let c = childFrom[b]!; c < childFrom[b + 1]!; c++)
          if (count[child[c]!]! > 0) reach(n + child[c]!, z - pi[n + child[c]!]!);
        for (let k = direct[b]!; k < direct[b]! + size[b]!; k++) reach(owner[seats[k]!]!, d);
      }
      bucket.length = 0;
    }
    return sink;
  };

  const lower = (by: number): void => {
    for (let k = 0; k < touchedCount; k++) {
      const node = touched[k]!;
      if (dist[node]! < by) pi[node] = pi[node]! - (by - dist[node]!);
    }
  };

  /** One path of tight arcs from a waiting student to the sink, and the shift along it. */
  const augment = (from: number): boolean => {
    let depth = 0;
    path[0] = from;
    entered[from] = 1;
    for (;;) {
      const node = path[depth]!;
      let nextNode = -1;
      if (node < n) {
        const end = off[node + 1]!;
        let e = cursor[node]!;
        for (; e < end; e++) {
          const b = n + box[e]!;
          if (level[e]! + 1 + pi[node]! === pi[b]! && entered[b] === 0 && e !== choice[node]) {
            nextNode = b;
            arc[depth] = e;
            break;
          }
        }
        cursor[node] = nextNode >= 0 ? e : end;
      } else {
        const b = node - n;
        const kids = childFrom[b + 1]! - childFrom[b]!;
        const ways = 1 + kids + size[b]!;
        let k = cursor[node]!;
        for (; k < ways; k++) {
          if (k === 0) {
            if (count[b]! >= capacity[b]!) continue;
            const up = parent[b]!;
            if (up < 0) {
              if (pi[node] !== 0) continue;
              arc[depth] = 0;
              shift(depth);
              for (let x = 0; x <= depth; x++) if (path[x]! >= n) entered[path[x]!] = 0;
              return true;
            }
            if (pi[node] === pi[n + up] && entered[n + up] === 0) nextNode = n + up;
          } else if (k <= kids) {
            const c = child[childFrom[b]! + k - 1]!;
            if (count[c]! > 0 && pi[node] === pi[n + c] && entered[n + c] === 0) nextNode = n + c;
          } else {
            const t = owner[seats[direct[b]! + k - 1 - kids]!]!;
            if (entered[t] === 0) nextNode = t;
          }
          if (nextNode >= 0) {
            arc[depth] = k;
            break;
          }
        }
        cursor[node] = nextNode >= 0 ? k : ways;
      }
      if (nextNode >= 0) {
        entered[nextNode] = 1;
        path[++depth] = nextNode;
      } else {
        // a dead end stays entered: nothing in this phase leads on from it
        if (depth === 0) return false;
        depth--;
        cursor[path[depth]!]!++;
      }
    }
  };

  const shift = (depth: number): void => {
    for (let x = depth; x >= 0; x--) {
      const node = path[x]!;
      const after = x < depth ? path[x + 1]! : -1;
      if (node >= n) {
        const b = node - n;
        if (after < 0 || (after >= n && after - n === parent[b])) count[b]!++;
        else if (after >= n) count[after - n]!--;
      }
    }
    // seats change from the far end, so that a slot is free when its taker comes
    for (let x = depth; x >= 0; x--) {
      const node = path[x]!;
      if (node >= n) continue;
      const e = arc[x]!;
      const old = choice[node]!;
      if (old >= 0) {
        const b = box[old]!;
        const last = direct[b]! + --size[b]!;
        const moved = seats[last]!;
        seats[slot[node]!] = moved;
        slot[owner[moved]!] = slot[node]!;
      }
      const b = box[e]!;
      slot[node] = direct[b]! + size[b]!++;
      seats[slot[node]!] = e;
      choice[node] = e;
    }
  };

  let top = 0;
  for (const l of level) if (l > top) top = l;
  const big = (n + 1) * (top + 2);
  while (waiting.length > 0) {
    const by = search();
    if (by === FAR) {
      // who is left reaches no free seat: their price may grow until it outweighs any sum of ranks
      lower(big);
      break;
    }
    phases++;
    lower(by);
    for (let s = 0; s < n; s++) cursor[s] = off[s]!;
    cursor.fill(0, n);
    entered.fill(0);
    for (const s of waiting) if (entered[s] === 0) augment(s);
    waiting = waiting.filter((s) => choice[s]! < 0);
  }
  let unplaced = big;
  for (const s of waiting) unplaced = -pi[s]!;
  const price = new Int32Array(B);
  const z = new Int32Array(B);
  for (const b of boxes.leaves) {
    const above = parent[b]! < 0 ? 0 : z[parent[b]!]!;
    z[b] = Math.min(pi[n + b]!, above);
    price[b] = above - z[b]!;
  }
  return { choice, unplaced, price, phases };
}

function childrenOf(parent: Int32Array): { childFrom: Int32Array; child: Int32Array } {
  const B = parent.length;
  const childFrom = new Int32Array(B + 1);
  for (const p of parent) if (p >= 0) childFrom[p + 1]!++;
  for (let b = 0; b < B; b++) childFrom[b + 1]! += childFrom[b]!;
  const at = childFrom.slice(0, B);
  const child = new Int32Array(childFrom[B]!);
  parent.forEach((p, b) => {
    if (p >= 0) child[at[p]!++] = b;
  });
  return { childFrom, child };
}
