import type { Market } from '../model/market.ts';
import type { Problem } from '../model/problem.ts';
import { type NetworkSolution, solveNetwork } from '../solve/solve-network.ts';
import { closeHopeless, type Panel, panelOf, upperBound } from './panel.ts';

export interface MinimumAnswer {
  problem: Problem;
  solution: NetworkSolution;
  minimum: number;
  /** No staffing has a greater minimum. */
  minimumBound: number;
  total: number;
  /** No staffing with this minimum has a greater total. */
  totalBound: number;
}

const NEAR = 1e-9;
/** Networks solved at most: by prices for one threshold, by branching for one threshold; thresholds tried. */
const PRICED = 40;
const BRANCHED = 160;
const THRESHOLDS = 14;
/** Networks solved at most in all: the bounds tell what is left open. */
const ALL = 600;

interface Attempt {
  solution: NetworkSolution | null;
  total: number;
  totalBound: number;
  /** No staffing reaches the threshold. */
  impossible: boolean;
}

/**
 * Best possible minimum over sessions of the summed score, then the greatest total. The greatest minimum is at most
 * what the poorest session could get alone; that threshold is tried first, then halved towards what was reached.
 * At a threshold pairs that cannot belong to a good enough panel are closed, sessions below it are given prices
 * (Lagrange), and what is left open is divided (docs/methods/staffing.md).
 */
export function bestMinimum(market: Market): MinimumAnswer {
  const panel = panelOf(market);
  const free = solveNetwork(problemOf(panel, market.pairRoles));
  let best = { solution: free, minimum: least(panel, free), total: totalOf(panel, free) };
  let minimumBound = upperBound(panel, market.pairRoles);
  let totalBound = best.total;
  const answer = () => ({ problem: problemOf(panel, market.pairRoles), ...best, minimumBound, totalBound });
  if (market.sessions === 0) return { ...answer(), minimum: 0, minimumBound: 0 };
  const budget = { left: ALL };
  let high = minimumBound;
  let threshold = high;
  for (let i = 0; i < THRESHOLDS && best.minimum < minimumBound - NEAR && high > best.minimum + NEAR; i++) {
    const tried = attempt(panel, threshold, budget);
    if (tried.solution) {
      best = { solution: tried.solution, minimum: least(panel, tried.solution), total: tried.total };
      totalBound = tried.totalBound;
    } else {
      high = threshold;
      if (tried.impossible) minimumBound = Math.min(minimumBound, threshold);
    }
    threshold = (best.minimum + high) / 2;
  }
  // the total belongs to the minimum that was reached
  if (best.minimum > least(panel, free) + NEAR) {
    // what is found last gets its search whole, whatever was spent before
    const last = attempt(panel, best.minimum, { left: PRICED + BRANCHED });
    if (last.solution && last.total > best.total)
      best = { ...best, solution: last.solution, total: last.total };
    totalBound = last.totalBound;
  }
  if (minimumBound - best.minimum < NEAR) minimumBound = best.minimum;
  return { ...answer(), totalBound: Math.max(totalBound, best.total) };
}

/** Greatest weighted total as a network: cost = top − weight · score, an empty seat scores nothing. */
function problemOf(panel: Panel, open: Uint8Array, weight?: Float64Array): Problem {
  const { market, score, unit } = panel;
  let heaviest = 1;
  if (weight) for (const w of weight) heaviest = Math.max(heaviest, w);
  const top = Math.ceil(panel.top * heaviest * unit) + 1;
  const pairCost = new Float64Array(score.length);
  for (let s = 0; s < market.sessions; s++) {
    const w = weight ? weight[s]! : 1;
    for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++)
      pairCost[k] = top - Math.round(w * score[k]! * unit);
  }
  // one unit more than a score of 0: equal totals fill more seats
  return { market, unit, pairCost, empty: () => top + 1, load: () => 0, open };
}

function sums(panel: Panel, s: NetworkSolution): Float64Array {
  const { market, score } = panel;
  const out = new Float64Array(market.sessions);
  for (let p = 0; p < s.pairOf.length; p++)
    if (s.pairOf[p]! >= 0) out[market.demandSession[s.takenBy[p]!]!]! += score[s.pairOf[p]!]!;
  return out;
}

const least = (panel: Panel, s: NetworkSolution): number =>
  sums(panel, s).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const totalOf = (panel: Panel, s: NetworkSolution): number => sums(panel, s).reduce((a, b) => a + b, 0);

function attempt(panel: Panel, threshold: number, budget: { left: number }): Attempt {
  const { market } = panel;
  const open = market.pairRoles.slice();
  if (!closeHopeless(panel, open, threshold))
    return { solution: null, total: 0, totalBound: 0, impossible: true };
  const out: Attempt = {
    solution: null,
    total: Number.NEGATIVE_INFINITY,
    totalBound: Number.POSITIVE_INFINITY,
    impossible: false,
  };
  byPrices(panel, open, threshold, out, budget);
  if (out.impossible) return out;
  if (out.solution && out.totalBound - out.total < NEAR * 10) return out;
  byBranching(panel, open, threshold, out, budget);
  return out;
}

function keep(panel: Panel, s: NetworkSolution, sum: Float64Array, threshold: number, out: Attempt): boolean {
  for (const one of sum) if (one < threshold - NEAR) return false;
  const total = totalOf(panel, s);
  if (total > out.total) {
    out.total = total;
    out.solution = s;
  }
  return true;
}

/** Sessions below the threshold get heavier scores until they reach it; every step bounds the total. */
function byPrices(
  panel: Panel,
  open: Uint8Array,
  threshold: number,
  out: Attempt,
  budget: { left: number },
): void {
  const { market } = panel;
  const weight = new Float64Array(market.sessions).fill(1);
  let step = 1 / Math.max(panel.top, 1e-12);
  for (let i = 0; i < PRICED && budget.left > 0; i++) {
    budget.left--;
    const s = solveNetwork(problemOf(panel, open, weight));
    const sum = sums(panel, s);
    let value = 0;
    let short = 0;
    for (let k = 0; k < sum.length; k++) {
      value += weight[k]! * sum[k]! - (weight[k]! - 1) * threshold;
      short += Math.max(0, threshold - sum[k]!) ** 2;
    }
    // rounding of scores to the unit of the network
    value += weight.every((w) => w === 1) ? panel.slack : (panel.seats * 0.5) / panel.unit;
    if (value < out.totalBound) out.totalBound = value;
    const good = keep(panel, s, sum, threshold, out);
    // whoever reaches the threshold everywhere has at least so much in all
    if (out.totalBound < market.sessions * threshold - 1e-6) {
      out.impossible = true;
      return;
    }
    if (good && out.totalBound - out.total < 1e-4 * Math.max(1, out.total)) return;
    if (good) step /= 2;
    for (let k = 0; k < sum.length; k++) {
      const gap = threshold - sum[k]!;
      if (gap > NEAR) weight[k]! += step * (gap + 0.25 * panel.top * (i > 8 ? 1 : 0.2));
      else if (weight[k]! > 1) weight[k] = Math.max(1, weight[k]! + step * gap);
    }
    if (short === 0 && weight.every((w) => w === 1)) return;
  }
}

/** Best first: for a session below the threshold, somebody either sits there or does not. */
function byBranching(
  panel: Panel,
  first: Uint8Array,
  threshold: number,
  out: Attempt,
  budget: { left: number },
): void {
  const { market, score, slack } = panel;
  interface Node {
    open: Uint8Array;
    held: number[];
    solution: NetworkSolution;
    bound: number;
  }
  const nodes: Node[] = [];
  let certain = true;
  const bonus = Math.min((panel.seats + 1) * (Math.ceil(panel.top * panel.unit) + 2), 2 ** 32);
  const sure = bonus < 2 ** 32;
  const add = (open: Uint8Array, held: number[]) => {
    if (!closeHopeless(panel, open, threshold) || held.some((k) => !open[k])) return;
    const problem = problemOf(panel, open);
    budget.left--;
    for (const k of held) problem.pairCost[k]! -= bonus;
    const solution = solveNetwork(problem);
    if (held.some((k) => solution.pairOf[market.pairPlace[k]!] !== k)) {
      // whoever is held cannot sit there: with a full bonus that is a proof
      if (!sure) certain = false;
      return;
    }
    nodes.push({ open, held, solution, bound: totalOf(panel, solution) + slack });
  };
  add(first.slice(), []);
  for (let solved = 1; nodes.length > 0; solved += 2) {
    nodes.sort((a, b) => a.bound - b.bound);
    const node = nodes[nodes.length - 1]!;
    if (node.bound <= out.total + slack + NEAR) break;
    if (solved >= BRANCHED || budget.left <= 0) {
      out.totalBound = Math.min(out.totalBound, node.bound);
      return;
    }
    nodes.pop();
    const sum = sums(panel, node.solution);
    if (keep(panel, node.solution, sum, threshold, out)) continue;
    let worst = 0;
    for (let k = 1; k < sum.length; k++) if (sum[k]! < sum[worst]!) worst = k;
    // the best who does not sit there yet, else somebody who does
    let pair = -1;
    let sits = true;
    for (let k = market.pairFirst[worst]!; k < market.pairFirst[worst + 1]!; k++) {
      if (!node.open[k] || node.held.includes(k)) continue;
      const here = node.solution.pairOf[market.pairPlace[k]!] === k;
      if (pair < 0 || (sits && !here) || (sits === here && score[k]! > score[pair]!)) {
        pair = k;
        sits = here;
      }
    }
    if (pair < 0) continue;
    add(node.open.slice(), [...node.held, pair]);
    const without = node.open.slice();
    without[pair] = 0;
    add(without, node.held);
  }
  if (!out.solution) out.impossible = certain;
  else if (certain)
    out.totalBound = Math.min(out.totalBound, Math.max(out.total, nodes.at(-1)?.bound ?? out.total));
}
