import type { Problem } from '../model/problem.ts';
import type { NetworkSolution } from './solve-network.ts';

/**
 * Dual value of the prices, in whole units: what every staffing costs at least. Any prices from 0 give a true bound;
 * those of an optimum give its cost.
 */
export function dualValue(problem: Problem, s: NetworkSolution): number {
  const { market, pairCost, open } = problem;
  let value = 0;
  for (let d = 0; d < market.demandSession.length; d++) {
    const session = market.demandSession[d]!;
    const role = market.demandRole[d]!;
    let least = problem.empty(role);
    for (let k = market.pairFirst[session]!; k < market.pairFirst[session + 1]!; k++) {
      if (!(open[k]! & role)) continue;
      const price =
        pairCost[k]! + s.expertPrice[market.pairExpert[k]!]! + s.placePrice[market.pairPlace[k]!]!;
      if (price < least) least = price;
    }
    value += least * market.demandNeed[d]!;
  }
  for (let p = 0; p < s.placePrice.length; p++) value -= s.placePrice[p]!;
  for (let e = 0; e < market.experts; e++)
    for (let k = 1; k <= market.maxLoad[e]! && problem.load(k) < s.expertPrice[e]!; k++)
      value -= s.expertPrice[e]! - problem.load(k);
  return value;
}
