import { forecastPanel, type SeriesForecast } from '../series/forecast-panel.ts';
import { buildPanel, type SeriesRow } from '../series/panel.ts';

/** A yearly count of people in a zone; `key` is an industry or an occupation, empty zone is the region. */
export interface TrendPoint {
  key: string;
  zone: string;
  year: number;
  headcount: number;
}

export interface Trends {
  /** Staff of `key` in `zone` at the end of `year` relative to the base year; 1 when nothing is known. */
  index(key: string, zone: string, year: number): number;
  /** Code of the series behind it, or null. */
  seriesOf(key: string, zone: string): string | null;
  /** Series behind it, or undefined. */
  find(key: string, zone: string): SeriesForecast | undefined;
}

const codeOf = (key: string, zone: string): string => (zone === '' ? key : `${key}@${zone}`);

/**
 * Trends of all series together: those of a zone are parts of the region's series of the same key, which
 * lends them its trend.
 */
export function readTrends(points: readonly TrendPoint[], baseYear: number, until: number): Trends {
  const whole = new Set(points.filter((p) => p.zone === '').map((p) => p.key));
  const rows = points
    .filter((p) => p.year <= baseYear)
    .map((p): SeriesRow => {
      const parent = p.zone !== '' && whole.has(p.key) ? p.key : '';
      const level = p.zone === '' ? '0' : '1';
      return { level, code: codeOf(p.key, p.zone), parent, year: p.year, value: p.headcount };
    });
  const forecasts = forecastPanel(buildPanel(rows), until);
  const find = (key: string, zone: string) => forecasts.get(codeOf(key, zone)) ?? forecasts.get(key);
  const valueAt = (f: SeriesForecast, year: number) =>
    year <= f.lastYear ? f.last : (f.ahead.get(year) ?? f.last);
  const seriesOf = (key: string, zone: string) =>
    [codeOf(key, zone), key].find((code) => forecasts.has(code)) ?? null;
  return {
    find,
    seriesOf,
    index(key, zone, year) {
      const f = find(key, zone);
      // Years before the last fact are not asked for: the last fact stands for the base year then.
      const base = f ? valueAt(f, baseYear) : 0;
      return f && base > 0 ? valueAt(f, year) / base : 1;
    },
  };
}
