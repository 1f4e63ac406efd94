import { describe, expect, it } from 'vitest';
import type { ForecastInput } from '../input.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { emptyInput } from '../testing.ts';
import { errorBands } from './error-band.ts';
import { readTrends, type TrendPoint } from './growth-index.ts';

const grow = (key: string, zone: string, years: number, rate: number, last = 2026): TrendPoint[] =>
  Array.from({ length: years }, (_, k) => ({
    key,
    zone,
    year: last - years + 1 + k,
    headcount: 1000 * rate ** (k + 1),
  }));

describe('readTrends', () => {
  it('a zone without its own series follows the region; a key without any stands still', () => {
    const trends = readTrends(grow('25', '', 14, 1.03), 2026, 2033);
    expect(trends.index('25', 'Z1', 2028)).toBe(trends.index('25', '', 2028));
    expect(trends.index('25', 'Z1', 2028)).toBeGreaterThan(1.02);
    expect(trends.seriesOf('25', 'Z1')).toBe('25');
    expect([trends.index('99', '', 2030), trends.seriesOf('99', '')]).toEqual([1, null]);
  });

  it('is one in the base year, also when statistics end earlier', () => {
    const trends = readTrends(grow('25', '', 14, 1.03, 2024), 2026, 2033);
    expect(trends.index('25', '', 2026)).toBe(1);
    expect(trends.index('25', '', 2033)).toBeGreaterThan(trends.index('25', '', 2027));
  });

  it('few points: damped drift, worked by hand', () => {
    const points = [2024, 2025, 2026].map((year, k) => ({
      key: '25',
      zone: '',
      year,
      headcount: 100 + 10 * k,
    }));
    // Step 10 a year, damped: 120 + 10·(0.8 + 0.64).
    expect(readTrends(points, 2026, 2030).index('25', '', 2028)).toBeCloseTo((120 + 14.4) / 120, 12);
  });

  it('an industry that closed does not grow from nothing', () => {
    const points = grow('25', '', 12, 1).map((p) => (p.year >= 2025 ? { ...p, headcount: 0 } : p));
    expect(readTrends(points, 2026, 2033).index('25', '', 2030)).toBe(1);
  });
});

describe('errorBands', () => {
  const bands = (input: ForecastInput) => {
    const industries = readTrends(
      input.industrySeries.map((p) => ({ ...p, key: p.okved })),
      2026,
      2033,
    );
    const occupations = readTrends(
      input.occupationSeries.map((p) => ({ ...p, key: p.occupation })),
      2026,
      2033,
    );
    return errorBands(input, DEFAULT_SETTINGS, occupations, industries)('welder', 'Z1');
  };
  const noisy = (k: number) => 1000 * (1 + 0.05 * Math.sin(k * 7.3)) * 1.01 ** k;
  const industrySeries = Array.from({ length: 16 }, (_, k) => ({
    okved: '25',
    zone: '',
    year: 2011 + k,
    headcount: noisy(k),
  }));

  it('own series first, then industries, then a borrowed width', () => {
    const occupationSeries = industrySeries.map((p) => ({ ...p, occupation: 'welder' }));
    expect(bands(emptyInput({ industrySeries, occupationSeries })).from).toBe('occupation');
    expect(bands(emptyInput({ industrySeries })).from).toBe('industry');
    expect(bands(emptyInput()).from).toBe('borrowed');
  });

  it.each([
    ['industry', { industrySeries }],
    ['borrowed', {}],
  ] as const)('%s: nil at the base year, ordered, wider with time', (_, over) => {
    const band = bands(emptyInput(over));
    expect(band.at(2026, 0.9)).toBe(0);
    const width = (year: number) => band.at(year, 0.9) - band.at(year, 0.1);
    expect(band.at(2030, 0.1)).toBeLessThanOrEqual(band.at(2030, 0.5));
    expect(band.at(2030, 0.5)).toBeLessThanOrEqual(band.at(2030, 0.9));
    expect(width(2033)).toBeGreaterThan(width(2027));
  });

  it('borrowed: the half-width of the setting at four years', () => {
    expect(bands(emptyInput()).at(2030, 0.9)).toBeCloseTo(0.14, 12);
  });
});
