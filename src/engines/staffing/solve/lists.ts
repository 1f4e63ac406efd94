import type { Problem } from '../model/problem.ts';

/** For every demand the pairs that may fill it, cheapest first. */
export interface Lists {
  first: Int32Array;
  pair: Int32Array;
}

const OFFSETS = 1 << 20;

export function sortPairs(problem: Problem): Lists {
  const { market, pairCost, open } = problem;
  const demands = market.demandSession.length;
  const first = new Int32Array(demands + 1);
  let pair = new Int32Array(2 * open.length + 16);
  let keys = new Float64Array(0);
  // a key holds cost and pair in one number, unless the costs are too great for that
  const exact = pairCost.every((cost) => Math.abs(cost) < 2 ** 32);
  let sorted = -1;
  let count = 0;
  for (let d = 0; d < demands; d++) {
    const s = market.demandSession[d]!;
    const role = market.demandRole[d]!;
    const from = market.pairFirst[s]!;
    const to = market.pairFirst[s + 1]!;
    if (s !== sorted) {
      // one sort of plain numbers: cost first, then the pair, so that equal costs keep one order everywhere
      keys = new Float64Array(to - from);
      if (exact) for (let k = from; k < to; k++) keys[k - from] = pairCost[k]! * OFFSETS + (k - from);
      else for (let k = from; k < to; k++) keys[k - from] = k - from;
      if (exact) keys.sort();
      else keys.sort((a, b) => pairCost[from + a]! - pairCost[from + b]! || a - b);
      sorted = s;
    }
    if (count + keys.length > pair.length) {
      const more = new Int32Array(2 * pair.length + keys.length);
      more.set(pair);
      pair = more;
    }
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      const k = from + (key - Math.floor(key / OFFSETS) * OFFSETS);
      if (open[k]! & role) pair[count++] = k;
    }
    first[d + 1] = count;
  }
  return { first, pair };
}
