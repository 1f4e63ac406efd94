import type { PlacementIssue } from '../issue.ts';
import type { PlacementSnapshot } from '../types.ts';
import { type Boxes, EMPLOYER, PLACE, QUOTA } from './market.ts';

/** Does a quota speak of this student at this place? */
export function quotaCovers(
  snapshot: PlacementSnapshot,
  quota: number,
  student: number,
  place: number,
): boolean {
  const q = snapshot.quotas![quota]!;
  const s = snapshot.students[student]!;
  const p = snapshot.places[place]!;
  return (
    (q.place === undefined || String(q.place) === String(p.id)) &&
    (q.employer === undefined || (p.employer !== undefined && String(q.employer) === String(p.employer))) &&
    (q.college === undefined || q.college === s.college) &&
    (q.programme === undefined || q.programme === s.programme)
  );
}

/** Boxes of places alone. */
export function placeBoxes(capacity: Int32Array): Boxes {
  const m = capacity.length;
  const numbers = Int32Array.from({ length: m }, (_, k) => k);
  return {
    count: m,
    parent: new Int32Array(m).fill(-1),
    capacity,
    reserve: new Int32Array(m),
    kind: new Uint8Array(m),
    ref: numbers,
    leaves: numbers,
    leafFrom: numbers,
    leafTo: numbers.map((k) => k + 1),
    hasReserves: false,
  };
}

export interface Nested {
  boxes: Boxes;
  /** Box each edge hangs in. */
  box: Int32Array;
  employerBox: Int32Array;
}

/**
 * Nests places, employers and quotas by the pairs they hold. Crossing limits have no stable answer in general, so
 * they are refused.
 * @param pins [student, place] pairs already agreed: they take their seats off every box they lie in.
 */
export function nestBoxes(
  snapshot: PlacementSnapshot,
  owner: Int32Array,
  to: Int32Array,
  employerOf: Int32Array,
  pins: readonly [number, number][],
  issues: PlacementIssue[],
): Nested {
  const m = snapshot.places.length;
  const K = snapshot.employers?.length ?? 0;
  const Q = snapshot.quotas?.length ?? 0;
  const count = m + K + Q;
  const capacity = new Int32Array(count);
  const reserve = new Int32Array(count);
  const kind = new Uint8Array(count);
  const ref = new Int32Array(count);
  for (let b = 0; b < count; b++) {
    kind[b] = b < m ? PLACE : b < m + K ? EMPLOYER : QUOTA;
    ref[b] = b < m ? b : b < m + K ? b - m : b - m - K;
    if (b < m) capacity[b] = snapshot.places[b]!.capacity;
    else if (b < m + K) capacity[b] = snapshot.employers![b - m]!.capacity;
    else {
      const quota = snapshot.quotas![b - m - K]!;
      capacity[b] = quota.kind === 'ceiling' ? quota.seats : 2 ** 30;
      reserve[b] = quota.kind === 'reserve' ? quota.seats : 0;
    }
  }
  const byPlace: number[][] = snapshot.places.map(() => []);
  const quotas = (snapshot.quotas ?? []).map((q) => [q.place?.toString(), q.employer?.toString()]);
  if (quotas.length > 0)
    snapshot.places.forEach((p, j) => {
      const id = String(p.id);
      const employer = p.employer?.toString();
      for (let k = 0; k < quotas.length; k++) {
        const [place, whose] = quotas[k]!;
        if ((place === undefined || place === id) && (whose === undefined || whose === employer))
          byPlace[j]!.push(k);
      }
    });
  const chainOf = (s: number, p: number): number[] => {
    const chain = [p];
    if (employerOf[p]! >= 0) chain.push(m + employerOf[p]!);
    for (const q of byPlace[p]!) if (quotaCovers(snapshot, q, s, p)) chain.push(m + K + q);
    return chain;
  };
  for (const [s, p] of pins)
    for (const b of chainOf(s, p)) {
      capacity[b]!--;
      if (reserve[b]! > 0) reserve[b]!--;
      if (capacity[b]! < 0) {
        const codes = ['pinnedFull', 'pinnedEmployerFull', 'pinnedQuotaFull'];
        const list = ['places', 'employers', 'quotas'][kind[b]!]!;
        issues.push({ code: codes[kind[b]!]!, params: {}, path: `${list}[${ref[b]!}]` });
        capacity[b] = 0;
      }
    }
  const size = new Int32Array(count);
  const chains: (number[] | null)[] = [];
  for (let e = 0; e < to.length; e++) {
    const p = to[e]!;
    if (byPlace[p]!.length === 0) {
      // most pairs know no quota: the place, and its employer over it
      size[p]!++;
      if (employerOf[p]! >= 0) size[m + employerOf[p]!]!++;
      chains.push(null);
      continue;
    }
    const chain = chainOf(owner[e]!, p);
    for (const b of chain) size[b]!++;
    chains.push(chain);
  }
  const inner = (a: number, b: number) =>
    size[a]! - size[b]! || kindOrder(kind[a]!) - kindOrder(kind[b]!) || a - b;
  const parent = new Int32Array(count).fill(-2);
  const box = new Int32Array(to.length);
  const crossing = new Set<number>();
  for (let e = 0; e < to.length; e++) {
    const chain = chains[e];
    if (!chain) {
      const p = to[e]!;
      const k = employerOf[p]!;
      box[e] = p;
      parent[p] = k >= 0 ? m + k : -1;
      if (k >= 0 && parent[m + k] === -2) parent[m + k] = -1;
      continue;
    }
    chain.sort(inner);
    box[e] = chain[0]!;
    for (let k = 0; k < chain.length; k++) {
      const b = chain[k]!;
      const above = chain[k + 1] ?? -1;
      if (parent[b] === -2) parent[b] = above;
      else if (parent[b] !== above) crossing.add(b);
    }
  }
  for (const b of [...crossing].sort((a, b) => a - b)) {
    const list = ['places', 'employers', 'quotas'][kind[b]!]!;
    issues.push({ code: 'quotasCross', params: {}, path: `${list}[${ref[b]!}]` });
  }
  for (let b = 0; b < count; b++) if (parent[b] === -2) parent[b] = -1;
  const employerBox = employerOf.map((k) => (k >= 0 ? m + k : -1));
  const order = crossing.size > 0 ? { leaves: ref, leafFrom: ref, leafTo: ref } : depthFirst(parent);
  const hasReserves = reserve.some((r) => r > 0);
  return { boxes: { count, parent, capacity, reserve, kind, ref, ...order, hasReserves }, box, employerBox };
}

/** Equal sets nest quota inside place inside employer. */
const kindOrder = (kind: number): number => (kind === QUOTA ? 0 : kind === PLACE ? 1 : 2);

function depthFirst(parent: Int32Array): Pick<Boxes, 'leaves' | 'leafFrom' | 'leafTo'> {
  const children: number[][] = Array.from(parent, () => []);
  const roots: number[] = [];
  parent.forEach((p, b) => {
    (p < 0 ? roots : children[p]!).push(b);
  });
  const leaves: number[] = [];
  const leafFrom = new Int32Array(parent.length);
  const leafTo = new Int32Array(parent.length);
  const visit = (b: number): void => {
    leafFrom[b] = leaves.length;
    leaves.push(b);
    for (const c of children[b]!) visit(c);
    leafTo[b] = leaves.length;
  };
  for (const b of roots) visit(b);
  return { leaves: Int32Array.from(leaves), leafFrom, leafTo };
}
