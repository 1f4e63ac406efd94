import type { Calibration } from './calibration.ts';
import type { Panel } from './panel.ts';
import { rollOrigins } from './roll-origins.ts';

/** Observations from which the ensemble speaks; shorter series get the damped drift. */
const ENOUGH = 10;

export interface SeriesForecast {
  /** Last observed year and its value. */
  lastYear: number;
  last: number;
  /** Values by year after `lastYear`. */
  ahead: Map<number, number>;
  /** Log of the ratio of a quantile to the forecast, by years ahead; NaN when nothing could calibrate it. */
  logError(h: number, p: number): number;
}

/**
 * Forecasts of every series of a panel from its last observation, with intervals from the errors of its own
 * past forecasts. @param until last year wanted.
 */
export function forecastPanel(panel: Panel, until: number): Map<string, SeriesForecast> {
  const out = new Map<string, SeriesForecast>();
  if (panel.length === 0) return out;
  const lasts = panel.nodes.map((n) => panel.firstYear + n.values.findLastIndex((v) => !Number.isNaN(v)));
  const maxHorizon = Math.max(1, until - lasts.reduce((a, b) => Math.min(a, b), until));
  let ours: Calibration | undefined;
  let damped: Calibration | undefined;
  rollOrigins(panel, maxHorizon, (o) => {
    ours = o.calibrations.ours;
    damped = o.calibrations.damped;
  });
  panel.nodes.forEach((node, i) => {
    const t = lasts[i]! - panel.firstYear;
    if (t < 0 || !ours || !damped) return;
    const speaker = node.counts[t]! >= ENOUGH ? ours : damped;
    const lastYear = lasts[i]!;
    const ahead = new Map<number, number>();
    for (let h = 1; lastYear + h <= until; h++) ahead.set(lastYear + h, speaker.recall(i, t, h));
    const level = panel.levels.indexOf(node.level);
    out.set(node.code, {
      lastYear,
      last: node.values[t]!,
      ahead,
      logError: (h, p) => speaker.quantile(level, h, p) * speaker.restlessness(i, t),
    });
  });
  return out;
}
