import type { Panel } from './panel.ts';

/** Windows, in years, over which slopes are taken; the last one is "all the history that matters". */
export const WINDOWS = [1, 3, 10, 30] as const;

/** A slope steeper than this (≈ 35 % a year) is a change of the record, not a trend one may extend. */
const STEEPEST = 0.3;

/** Slopes of every series at every year, each computed from that year and earlier ones only. */
export interface Features {
  /** 1 where the series works on logarithms; 0 once a zero has been seen. */
  log: Uint8Array;
  /** Per window: change a year, in log units or in units of the series; index node · length + t. */
  slopes: Float64Array[];
  length: number;
}

/** @returns slopes for the whole panel; where a year is not observed the slope is NaN. */
export function computeFeatures(panel: Panel): Features {
  const { nodes, length } = panel;
  const log = new Uint8Array(nodes.length * length);
  const slopes = WINDOWS.map(() => new Float64Array(nodes.length * length).fill(Number.NaN));
  nodes.forEach((node, i) => {
    const { values } = node;
    let positive = 1;
    for (let t = 0; t < length; t++) {
      const last = values[t]!;
      if (Number.isNaN(last)) continue;
      if (last <= 0) positive = 0;
      log[i * length + t] = positive;
      WINDOWS.forEach((w, k) => {
        let a = Math.max(0, t - w);
        while (Number.isNaN(values[a]!)) a++;
        slopes[k]![i * length + t] = a === t ? 0 : slope(values[a]!, last, t - a, positive === 1);
      });
    }
  });
  return { log, slopes, length };
}

function slope(from: number, to: number, years: number, log: boolean): number {
  if (!log) return (to - from) / years;
  return Math.min(STEEPEST, Math.max(-STEEPEST, Math.log(to / from) / years));
}
