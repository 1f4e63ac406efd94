import { dampedSum } from './damping.ts';
import type { PanelNode } from './panel.ts';

/** Forecast of one series from one origin: reads `values[0..t]` only. */
export type SingleMethod = (node: PanelNode, t: number, h: number) => number;

/** Index of the latest observation not later than `at`, or of the earliest one there is. */
function observedAtOrBefore(values: Float64Array, at: number, t: number): number {
  for (let a = Math.max(at, 0); a >= 0; a--) if (!Number.isNaN(values[a]!)) return a;
  for (let a = Math.max(at, 0); a <= t; a++) if (!Number.isNaN(values[a]!)) return a;
  return t;
}

/** The last value stays. */
export const naive: SingleMethod = (node, t) => node.values[t]!;

/** Mean step of the last 10 years, of the last 5 when the series is shorter than 11 points; never below 0. */
export const drift: SingleMethod = (node, t, h) => {
  const back = node.counts[t]! > 10 ? 10 : 5;
  const a = observedAtOrBefore(node.values, t - back, t);
  if (a === t) return node.values[t]!;
  const last = node.values[t]!;
  return Math.max(0, last + ((last - node.values[a]!) / (t - a)) * h);
};

/**
 * Damped drift of `forecasting-and-order` §1.2.1: step over the last 5 years, φ = 0.8, on logarithms when
 * the history varies by more than a factor of two.
 */
export const damped: SingleMethod = (node, t, h) => {
  const { values } = node;
  const a = observedAtOrBefore(values, t - 5, t);
  const last = values[t]!;
  if (a === t) return last;
  const g = dampedSum(0.8, h) / (t - a);
  let low = last;
  let high = last;
  for (let k = 0; k <= t; k++) {
    const v = values[k]!;
    if (v < low) low = v;
    if (v > high) high = v;
  }
  if (low > 0 && high > 2 * low) return last * Math.exp(Math.log(last / values[a]!) * g);
  return Math.max(0, last + (last - values[a]!) * g);
};
