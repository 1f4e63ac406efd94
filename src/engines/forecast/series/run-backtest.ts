import type { EngineIssue } from '../issue.ts';
import { EngineInputError } from '../issue.ts';
import type { Panel, PanelNode } from './panel.ts';
import { METHODS, type Method, rollOrigins } from './roll-origins.ts';
import { type Score, ScoreSheet } from './score.ts';

export interface BacktestOptions {
  /** Years ahead, each a whole number of 1…30. */
  horizons: number[];
  /** Which observation of a series is its first origin; 10 means the tenth. */
  firstOrigin?: number;
  progress?: (done: number, of: number) => void;
  /** Sees every scored pair; for tests and for error tables. */
  onPair?: (pair: BacktestPair) => void;
}

export interface BacktestPair {
  method: Method;
  code: string;
  origin: number;
  h: number;
  forecast: number;
  fact: number;
  low: number;
  high: number;
}

export interface BacktestRow extends Score {
  /** As in the file; a number when it reads as one. */
  level: string | number;
  h: number;
  method: Method;
}

export interface BacktestResult {
  rows: BacktestRow[];
  notes: EngineIssue[];
  series: number;
  firstYear: number;
  lastYear: number;
}

/**
 * Rolling-origin backtest: every series, every origin from its `firstOrigin`-th observation, every horizon;
 * errors pooled over series and origins by level and horizon. A pair is scored when both the origin and the
 * target year are observed. Levels and horizons without a pair give no row and a note.
 * @throws EngineInputError when horizons or the first origin make no sense.
 */
export function runBacktest(panel: Panel, options: BacktestOptions): BacktestResult {
  const { horizons, firstOrigin = 10 } = options;
  if (horizons.length === 0 || horizons.some((h) => !Number.isInteger(h) || h < 1 || h > 30))
    throw new EngineInputError([{ code: 'backtest.badHorizons', params: { horizons: horizons.join(',') } }]);
  if (!Number.isInteger(firstOrigin) || firstOrigin < 2)
    throw new EngineInputError([{ code: 'backtest.badFirstOrigin', params: { value: String(firstOrigin) } }]);
  const wanted = [...new Set(horizons)].sort((a, b) => a - b);
  const maxHorizon = Math.max(...wanted);
  const sheets = new Map<string, ScoreSheet>();
  const steps = panel.nodes.map(meanSteps);
  rollOrigins(
    panel,
    maxHorizon,
    ({ t, calibrations }) => {
      for (const h of wanted) {
        if (t + h >= panel.length) continue;
        for (const method of METHODS) {
          const calibration = calibrations[method];
          panel.levels.forEach((level, l) => {
            const members = panel.nodes.flatMap((n, i) =>
              n.level === level && isPair(n, t, h, firstOrigin) ? [i] : [],
            );
            if (members.length === 0) return;
            const key = `${l}/${h}/${method}`;
            const sheet = sheets.get(key) ?? new ScoreSheet();
            sheets.set(key, sheet);
            const down = calibration.quantile(l, h, 0.1);
            const up = calibration.quantile(l, h, 0.9);
            for (const i of members) {
              const { values, code } = panel.nodes[i]!;
              const forecast = calibration.recall(i, t, h);
              const fact = values[t + h]!;
              const low = calibration.bound(i, t, forecast, down);
              const high = calibration.bound(i, t, forecast, up);
              sheet.add(forecast, fact, values[t]!, steps[i]![t]!, low, high);
              options.onPair?.({ method, code, origin: panel.firstYear + t, h, forecast, fact, low, high });
            }
          });
        }
      }
    },
    options.progress,
  );
  const notes = [...panel.notes, ...shortSeries(panel, firstOrigin)];
  const rows = panel.levels.flatMap((level, l) =>
    wanted.flatMap((h) => {
      if (!sheets.has(`${l}/${h}/naive`)) notes.push({ code: 'backtest.noPairs', params: { level, h } });
      return METHODS.flatMap((method): BacktestRow[] => {
        const sheet = sheets.get(`${l}/${h}/${method}`);
        const name = level !== '' && Number.isFinite(Number(level)) ? Number(level) : level;
        return sheet ? [{ level: name, h, method, ...sheet.result() }] : [];
      });
    }),
  );
  const lastYear = panel.firstYear + panel.length - 1;
  return { rows, notes, series: panel.nodes.length, firstYear: panel.firstYear, lastYear };
}

const isPair = (node: PanelNode, t: number, h: number, firstOrigin: number): boolean =>
  node.counts[t]! >= firstOrigin && !Number.isNaN(node.values[t]!) && !Number.isNaN(node.values[t + h]!);

/** Mean |change a year| between neighbouring observations up to each year index; the scale of MASE. */
function meanSteps(node: PanelNode): Float64Array {
  const out = new Float64Array(node.values.length);
  let last = -1;
  let sum = 0;
  let n = 0;
  for (let t = 0; t < out.length; t++) {
    const v = node.values[t]!;
    if (!Number.isNaN(v)) {
      if (last >= 0) {
        sum += Math.abs(v - node.values[last]!) / (t - last);
        n++;
      }
      last = t;
    }
    out[t] = n > 0 ? sum / n : 0;
  }
  return out;
}

/** Series too short for a single origin: they inform their relatives and are not scored. */
function shortSeries(panel: Panel, firstOrigin: number): EngineIssue[] {
  return panel.nodes
    .filter((n) => (n.counts[panel.length - 1] ?? 0) <= firstOrigin)
    .map((n) => ({
      code: 'backtest.short',
      params: { code: n.code, points: n.counts[panel.length - 1] ?? 0, need: firstOrigin + 1 },
    }));
}
