import type { Problem } from '../model/problem.ts';
import { Heap } from './heap.ts';
import { sortPairs } from './lists.ts';

/** An optimum of the network problem with prices that prove it, in whole units. */
export interface NetworkSolution {
  /** Demand that took the place, or −1. */
  takenBy: Int32Array;
  /** Pair that the place sits in, or −1. */
  pairOf: Int32Array;
  /** Seats filled by demand. */
  filled: Int32Array;
  loads: Int32Array;
  /** What one more seat of a demand would cost. */
  demandPrice: Float64Array;
  /** Price of an expert, at least that of a first session. */
  expertPrice: Float64Array;
  /** Price of an expert's day above the expert's own; 0 when free. */
  placePrice: Float64Array;
  cost: number;
}

const NONE = -1;

/**
 * Cheapest staffing of a network problem, exactly, by successive shortest paths (docs/methods/staffing.md). One seat
 * at a time goes the cheapest way through the residual network; only demands and experts need labels, for a place has
 * one way on: to the demand that took it, or to its expert. Lists sorted by cost end a scan as soon as no later pair
 * can be on a cheaper way.
 */
export function solveNetwork(problem: Problem): NetworkSolution {
  const { market, pairCost } = problem;
  const { pairPlace, pairExpert, placeExpert, demandRole, demandNeed, maxLoad } = market;
  const lists = sortPairs(problem);
  const demands = demandNeed.length;
  const { experts } = market;
  const takenBy = new Int32Array(placeExpert.length).fill(NONE);
  const pairOf = new Int32Array(placeExpert.length).fill(NONE);
  const loads = new Int32Array(experts);
  const filled = new Int32Array(demands);
  // places an expert has taken: at most as many as sessions
  const rowFirst = new Int32Array(experts + 1);
  for (let e = 0; e < experts; e++)
    rowFirst[e + 1] = rowFirst[e]! + Math.min(maxLoad[e]!, market.expertDays[e]!);
  const row = new Int32Array(rowFirst[experts]!);
  const room = Int32Array.from(maxLoad, (most, e) => Math.min(most, market.expertDays[e]!));
  const topLoad = room.reduce((a, b) => Math.max(a, b), 0);
  const loadCost = Float64Array.from({ length: topLoad + 2 }, (_, k) => problem.load(k));
  const base = problem.load(1);
  const empty = Float64Array.from(demandRole, (role) => problem.empty(role));

  const nodes = demands + experts;
  /** Cost-to-go: demands, then experts. */
  const price = new Float64Array(nodes).fill(base);
  for (let d = 0; d < demands; d++) {
    const at = lists.first[d]!;
    const least = at < lists.first[d + 1]! ? pairCost[lists.pair[at]!]! + base : Number.POSITIVE_INFINITY;
    price[d] = Math.min(empty[d]!, least);
  }
  const label = new Float64Array(nodes);
  const stamp = new Int32Array(nodes);
  const done = new Int32Array(nodes);
  /** Pair by which the node was reached, and for demands reached over another day the pair given up there. */
  const via = new Int32Array(nodes);
  const freed = new Int32Array(nodes);
  const parent = new Int32Array(nodes);
  /** No expert on the demand's list has a smaller price: prices only rise, so an old least stays true. */
  const leastPrice = new Float64Array(demands).fill(base);
  const scans = new Int32Array(demands);
  const renewLeast = (d: number): void => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = lists.first[d]!; i < lists.first[d + 1]!; i++) {
      const one = price[demands + pairExpert[lists.pair[i]!]!]!;
      if (one < least) least = one;
    }
    leastPrice[d] = least;
  };
  const heap = new Heap();
  const settled: number[] = [];
  let turn = 0;
  let total = 0;

  /** Finds the cheapest way for one more seat of demand `d0` and takes it. */
  const seatOne = (d0: number): void => {
    turn++;
    settled.length = 0;
    heap.size = 0;
    label[d0] = price[d0]!;
    stamp[d0] = turn;
    parent[d0] = NONE;
    heap.push(price[d0]!, d0);
    let best = Number.POSITIVE_INFINITY;
    let end = NONE;
    while (heap.least() < best) {
      const key = heap.least();
      const v = heap.pop();
      if (done[v] === turn || key > label[v]!) continue;
      done[v] = turn;
      settled.push(v);
      const gone = label[v]! - price[v]!;
      if (v < demands) {
        if (gone + empty[v]! < best) {
          best = gone + empty[v]!;
          end = v;
        }
        if (++scans[v]! % 8 === 0) renewLeast(v);
        const least = leastPrice[v]!;
        for (let i = lists.first[v]!; i < lists.first[v + 1]!; i++) {
          const k = lists.pair[i]!;
          const cost = gone + pairCost[k]!;
          if (cost + least >= best) break;
          const p = pairPlace[k]!;
          const other = takenBy[p]!;
          if (other === v) continue;
          if (other !== NONE) {
            const f = cost - pairCost[pairOf[p]!]! + price[other]!;
            if (f >= best || (stamp[other] === turn && label[other]! <= f)) continue;
            label[other] = f;
            stamp[other] = turn;
            parent[other] = v;
            via[other] = k;
            freed[other] = pairOf[p]!;
            heap.push(f, other);
          } else {
            const e = demands + pairExpert[k]!;
            const f = cost + price[e]!;
            if (f >= best || (stamp[e] === turn && label[e]! <= f)) continue;
            label[e] = f;
            stamp[e] = turn;
            parent[e] = v;
            via[e] = k;
            const load = loads[e - demands]!;
            if (load < room[e - demands]! && cost + loadCost[load + 1]! < best) {
              best = cost + loadCost[load + 1]!;
              end = e;
            }
            if (load > 0) heap.push(f, e);
            else settled.push(e);
          }
        }
      } else {
        const e = v - demands;
        for (let i = 0; i < loads[e]!; i++) {
          const p = row[rowFirst[e]! + i]!;
          const other = takenBy[p]!;
          const f = gone - pairCost[pairOf[p]!]! + price[other]!;
          if (f >= best || (stamp[other] === turn && label[other]! <= f)) continue;
          label[other] = f;
          stamp[other] = turn;
          parent[other] = v;
          via[other] = NONE;
          freed[other] = pairOf[p]!;
          heap.push(f, other);
        }
      }
    }
    for (let i = 0; i < settled.length; i++) {
      const v = settled[i]!;
      // an expert without sessions is listed unsorted and maybe twice: the second time nothing is left to raise
      const rise = best - label[v]!;
      if (rise <= 0) continue;
      price[v]! += rise;
      label[v] = best;
    }
    total += best;
    take(end);
  };

  /** Walks the way found back from its end, giving each place its new demand. */
  const take = (end: number): void => {
    let v = end;
    if (v < demands) filled[v]! -= 1;
    while (v !== NONE) {
      if (v >= demands) {
        // reached over a free place: it is taken now; a place given up on another day was left by the step after
        const k = via[v]!;
        const from = parent[v]!;
        const p = pairPlace[k]!;
        takenBy[p] = from;
        pairOf[p] = k;
        const e = v - demands;
        row[rowFirst[e]! + loads[e]!] = p;
        loads[e]! += 1;
        v = from;
        continue;
      }
      const from = parent[v]!;
      if (from === NONE) break;
      const left = freed[v]!;
      const p = pairPlace[left]!;
      if (from >= demands) {
        // the expert gives up this day for another
        takenBy[p] = NONE;
        pairOf[p] = NONE;
        const e = from - demands;
        const last = rowFirst[e]! + loads[e]! - 1;
        for (let i = rowFirst[e]!; i < last; i++) if (row[i] === p) row[i] = row[last]!;
        loads[e]! -= 1;
      } else {
        takenBy[p] = from;
        pairOf[p] = via[v]!;
      }
      v = from;
    }
  };

  for (let d = 0; d < demands; d++)
    for (let seat = 0; seat < demandNeed[d]!; seat++) {
      filled[d]! += 1;
      seatOne(d);
    }
  return pricesOut(problem, { takenBy, pairOf, filled, loads, cost: total }, price);
}

/** Prices of demands, experts and days out of the costs-to-go. */
function pricesOut(
  problem: Problem,
  flow: Pick<NetworkSolution, 'takenBy' | 'pairOf' | 'filled' | 'loads' | 'cost'>,
  price: Float64Array,
): NetworkSolution {
  const { market, pairCost } = problem;
  const demands = market.demandNeed.length;
  const demandPrice = price.slice(0, demands);
  const expertPrice = price.slice(demands);
  // an expert busy on every day there is owes the price to the days
  for (let e = 0; e < market.experts; e++)
    if (flow.loads[e]! < market.maxLoad[e]!)
      expertPrice[e] = Math.min(expertPrice[e]!, problem.load(flow.loads[e]! + 1));
  const placePrice = new Float64Array(flow.takenBy.length);
  for (let p = 0; p < placePrice.length; p++) {
    const d = flow.takenBy[p]!;
    if (d === NONE) continue;
    const over = demandPrice[d]! - pairCost[flow.pairOf[p]!]! - expertPrice[market.placeExpert[p]!]!;
    placePrice[p] = Math.max(0, over);
  }
  return { ...flow, demandPrice, expertPrice, placePrice };
}
