// Reconciliation against its alternatives on one record: every level's own forecasts, bottom-up, top-down and
// the weighted least squares of the engine; WAPE by level and horizon. Nothing after an origin is read.
// Usage: tsx bench/forecast/compare-reconcile.ts SERIES.csv [horizons]
import { readFileSync } from 'node:fs';
import { Ensemble } from '../../src/engines/forecast/series/ensemble.ts';
import { computeFeatures } from '../../src/engines/forecast/series/features.ts';
import { buildPanel } from '../../src/engines/forecast/series/panel.ts';
import { readSeriesCsv } from '../../src/engines/forecast/series/read-series-csv.ts';
import { findParts, type Parts, reconcile } from '../../src/engines/forecast/series/reconcile.ts';

const [file, list = '4,7,10'] = process.argv.slice(2);
if (!file) throw new Error('compare-reconcile.ts SERIES.csv [horizons]');
const horizons = list.split(',').map(Number);
const panel = buildPanel(readSeriesCsv(readFileSync(file, 'utf8')));
const ensemble = new Ensemble(panel, computeFeatures(panel), Math.max(...horizons));

const bottomUp = (base: Float64Array, parts: Parts): Float64Array => {
  const out = Float64Array.from(base);
  const sum = (p: number): number => {
    if (parts[p]!.length > 0) out[p] = parts[p]!.reduce((a, c) => a + sum(c), 0);
    return out[p]!;
  };
  parts.forEach((_, p) => {
    sum(p);
  });
  return out;
};
const topDown = (base: Float64Array, parts: Parts): Float64Array => {
  const out = Float64Array.from(base);
  const isPart = new Set(parts.flat());
  const push = (p: number): void => {
    const sum = parts[p]!.reduce((a, c) => a + base[c]!, 0);
    for (const c of parts[p]!) {
      out[c] = sum > 0 ? (base[c]! * out[p]!) / sum : 0;
      push(c);
    }
  };
  parts.forEach((_, p) => {
    if (!isPart.has(p)) push(p);
  });
  return out;
};
const ways = { own: (b: Float64Array) => b, bottomUp, topDown, wls: reconcile };

const sums = new Map<string, { error: number; fact: number }>();
const base = new Float64Array(panel.nodes.length);
for (let t = 0; t < panel.length; t++) {
  ensemble.learn(t);
  const parts = findParts(panel, t);
  for (const h of horizons.filter((k) => t + k < panel.length)) {
    panel.nodes.forEach((_, i) => {
      base[i] = ensemble.forecast(i, t, h);
    });
    for (const [way, f] of Object.entries(ways)) {
      const got = f(base, parts);
      panel.nodes.forEach((node, i) => {
        const fact = node.values[t + h]!;
        if (!(node.counts[t]! >= 10) || Number.isNaN(fact) || Number.isNaN(node.values[t]!)) return;
        const key = `${node.level}/${h}/${way}`;
        const sum = sums.get(key) ?? { error: 0, fact: 0 };
        sums.set(key, { error: sum.error + Math.abs(got[i]! - fact), fact: sum.fact + fact });
      });
    }
  }
}
const rows = panel.levels.flatMap((level) =>
  horizons.flatMap((h) => {
    const cells = Object.keys(ways).flatMap((way) => {
      const sum = sums.get(`${level}/${h}/${way}`);
      return sum ? [[way, Math.round((1e4 * sum.error) / sum.fact) / 100] as const] : [];
    });
    return cells.length > 0 ? [{ level, h, ...Object.fromEntries(cells) }] : [];
  }),
);
console.table(rows);
