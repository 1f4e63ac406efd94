import type { Board } from './board.ts';

export interface PriceBound {
  bound: number;
  sitePrice: Float64Array;
  expertPrice: Float64Array;
}

/**
 * Lower bound of every plan by Lagrange: rooms and experts of a day get prices, each session then goes alone where it
 * is cheapest with them; prices rise where too many come. Its best value is that of the linear relaxation.
 */
export function priceBound(board: Board, upper: number, rounds: number): PriceBound {
  const { days } = board;
  const site = new Float64Array(board.siteRoom.length);
  const expert = new Float64Array(board.expertRoom.length);
  let best: PriceBound = {
    bound: Number.NEGATIVE_INFINITY,
    sitePrice: site.slice(),
    expertPrice: expert.slice(),
  };
  const siteUse = new Float64Array(site.length);
  const expertUse = new Float64Array(expert.length);
  const siteWay = new Float64Array(site.length);
  const expertWay = new Float64Array(expert.length);
  let pace = 1.5;
  let idle = 0;
  for (let round = 0; round < rounds; round++) {
    siteUse.fill(0);
    expertUse.fill(0);
    let value = 0;
    for (let i = 0; i < site.length; i++) value -= site[i]! * board.siteRoom[i]!;
    for (let i = 0; i < expert.length; i++) value -= expert[i]! * board.expertRoom[i]!;
    for (let s = 0; s < board.sessions; s++) {
      let least = board.unplaced;
      let chosen = -1;
      const c = board.competence[s]! * days;
      for (let o = board.first[s]!; o < board.first[s + 1]! && board.cost[o]! < least; o++) {
        let price = board.cost[o]!;
        const at = board.site[o]! * days;
        for (let d = board.start[o]!; d < board.start[o]! + board.length[s]!; d++)
          price += site[at + d]! + board.need[s]! * expert[c + d]!;
        if (price < least) {
          least = price;
          chosen = o;
        }
      }
      value += least;
      if (chosen < 0) continue;
      for (let d = board.start[chosen]!; d < board.start[chosen]! + board.length[s]!; d++) {
        siteUse[board.site[chosen]! * days + d]! += 1;
        expertUse[c + d]! += board.need[s]!;
      }
    }
    if (value > best.bound + 1e-9) {
      best = { bound: value, sitePrice: site.slice(), expertPrice: expert.slice() };
      idle = 0;
    } else if (++idle >= 12) {
      idle = 0;
      pace *= 0.7;
    }
    // the way taken before is kept in part, so that prices do not swing
    let norm = 0;
    for (let i = 0; i < site.length; i++) {
      let g = siteUse[i]! - board.siteRoom[i]!;
      if (g < 0 && site[i] === 0) g = 0;
      siteWay[i] = 0.6 * siteWay[i]! + g;
      norm += siteWay[i]! ** 2;
    }
    for (let i = 0; i < expert.length; i++) {
      let g = expertUse[i]! - board.expertRoom[i]!;
      if (g < 0 && expert[i] === 0) g = 0;
      expertWay[i] = 0.6 * expertWay[i]! + g;
      norm += expertWay[i]! ** 2;
    }
    if (norm === 0 || pace < 1e-4) break;
    const step = (pace * Math.max(upper - value, 1e-3 * Math.abs(upper))) / norm;
    for (let i = 0; i < site.length; i++) site[i] = Math.max(0, site[i]! + step * siteWay[i]!);
    for (let i = 0; i < expert.length; i++) expert[i] = Math.max(0, expert[i]! + step * expertWay[i]!);
  }
  return best;
}
