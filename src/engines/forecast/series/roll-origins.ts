import { Calibration } from './calibration.ts';
import { damped, drift, naive } from './classical.ts';
import { Ensemble } from './ensemble.ts';
import { computeFeatures } from './features.ts';
import type { Panel } from './panel.ts';
import { findParts, reconcile } from './reconcile.ts';
import { computeVolatility } from './volatility.ts';

export const METHODS = ['naive', 'drift', 'damped', 'ours'] as const;
export type Method = (typeof METHODS)[number];

/** Horizons learned from whatever is asked for, so that one horizon's figures do not hang on the others asked. */
const LEARN_AHEAD = 10;

/** State after the outcomes of year index `t` are taken in and forecasts from `t` are made. */
export interface Origin {
  t: number;
  calibrations: Readonly<Record<Method, Calibration>>;
}

/**
 * Walks the years in order. At each year every method first learns from the facts of that year, then
 * forecasts 1…wantedHorizon (at least 10) ahead from it; `visit` sees the state and may read forecasts and
 * intervals.
 * Nothing dated after `t` is read for origin `t`: slopes, weights, coherence, restlessness and interval
 * widths are all taken from years ≤ t.
 */
export function rollOrigins(
  panel: Panel,
  wantedHorizon: number,
  visit: (origin: Origin) => void,
  checkpoint: (done: number, of: number) => void = () => {},
): void {
  const maxHorizon = Math.max(wantedHorizon, LEARN_AHEAD);
  const scale = computeVolatility(panel);
  const fresh = () => new Calibration(panel, scale, maxHorizon);
  const calibrations = { naive: fresh(), drift: fresh(), damped: fresh(), ours: fresh() };
  const singles = [
    [naive, calibrations.naive],
    [drift, calibrations.drift],
    [damped, calibrations.damped],
  ] as const;
  const ensemble = new Ensemble(panel, computeFeatures(panel), maxHorizon);
  const base = new Float64Array(panel.nodes.length);
  for (let t = 0; t < panel.length; t++) {
    ensemble.learn(t);
    for (const name of METHODS) calibrations[name].learn(t);
    const parts = findParts(panel, t);
    for (let h = 1; h <= maxHorizon; h++) {
      panel.nodes.forEach((node, i) => {
        base[i] = ensemble.forecast(i, t, h);
        if (Number.isNaN(node.values[t]!)) return;
        for (const [method, calibration] of singles) calibration.remember(i, t, h, method(node, t, h));
      });
      reconcile(base, parts).forEach((value, i) => {
        calibrations.ours.remember(i, t, h, value);
      });
    }
    visit({ t, calibrations });
    checkpoint(t + 1, panel.length);
  }
}
