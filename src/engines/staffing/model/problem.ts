import type { Market } from './market.ts';
import { CHIEF, MEMBER } from './market.ts';

/** Prices of one network problem over a market, in whole units: `unit` of them make 1. */
export interface Problem {
  market: Market;
  unit: number;
  /** Cost of a seat by pair, the same in every role. */
  pairCost: Float64Array;
  /** Cost of leaving one seat of a role bit empty. */
  empty(role: number): number;
  /** Cost of an expert's k-th session. */
  load(k: number): number;
  /** Roles still open to each pair: `market.pairRoles` less what a branch has closed. */
  open: Uint8Array;
}

/** Smallest power of ten that makes all weights whole; else a million, or less where sums would grow too great. */
function unitOf(weights: number[]): number {
  const most = 1e12 / Math.max(1, ...weights);
  for (let unit = 1; unit < 1e6; unit *= 10)
    if (weights.every((w) => Math.abs(w * unit - Math.round(w * unit)) < 1e-9 * Math.max(1, w * unit)))
      return unit;
  return Math.min(1e6, 10 ** Math.floor(Math.log10(most)));
}

/** Rule `cost`: kilometres, load and empty seats by the weights of the instance. */
export function costProblem(market: Market): Problem {
  const w = market.instance.weights;
  const employer = w.unfilledEmployer ?? w.unfilledMember;
  const unit = unitOf([w.unfilledMember, w.unfilledChief, employer, w.load, w.km]);
  const whole = (weight: number) => Math.round(weight * unit);
  const [member, chief, employers, load, km] = [
    whole(w.unfilledMember),
    whole(w.unfilledChief),
    whole(employer),
    whole(w.load),
    whole(w.km),
  ];
  return {
    market,
    unit,
    pairCost: Float64Array.from(market.pairKm, (d) => km * d),
    empty: (role) => (role === CHIEF ? chief : role === MEMBER ? member : employers),
    load: (k) => load * k * k,
    open: market.pairRoles,
  };
}
