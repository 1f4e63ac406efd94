import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildPanel } from '../../src/engines/forecast/series/panel.ts';
import { readSeriesCsv } from '../../src/engines/forecast/series/read-series-csv.ts';
import { runBacktest } from '../../src/engines/forecast/series/run-backtest.ts';
import { fapToLong } from './fap-to-long.ts';

describe('backtest on a real record', () => {
  // DARES, employment by occupation in France; no licence to ship it, so the file is used when it is at hand.
  const fap = fileURLToPath(new URL('../../../shared/data/dares-fap/effectifs_3niv.csv', import.meta.url));
  it.skipIf(!existsSync(fap))(
    'reaches the accepted figures on French occupations 1983–2018 (when at hand)',
    () => {
      const panel = buildPanel(readSeriesCsv(fapToLong(readFileSync(fap, 'latin1'))));
      const { rows } = runBacktest(panel, { horizons: [1, 4, 7, 10] });
      const ours = (level: number, h: number) =>
        rows.find((r) => r.method === 'ours' && r.level === level && r.h === h)!;
      const naive = (level: number, h: number) =>
        rows.find((r) => r.method === 'naive' && r.level === level && r.h === h)!;
      expect([4, 7, 10].map((h) => Math.round(naive(2, h).wape! * 10) / 10)).toEqual([7.7, 11.8, 15.5]);
      for (const [h, families, domains] of [
        [4, 6.5, 4.1],
        [7, 9.6, 6.5],
        [10, 12.5, 8.2],
      ] as const) {
        expect(ours(2, h).wape!).toBeLessThanOrEqual(families);
        expect(ours(1, h).wape!).toBeLessThanOrEqual(domains);
      }
      expect(ours(2, 4).mase!).toBeLessThanOrEqual(3.05);
      for (const r of rows.filter((x) => x.method === 'ours' && x.level !== 0 && x.h !== 10)) {
        expect(r.coverage80!).toBeGreaterThanOrEqual(76);
        expect(r.coverage80!).toBeLessThanOrEqual(84);
      }
    },
  );
});
