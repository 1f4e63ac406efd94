import type { ForecastInput } from '../input.ts';
import type { BandSource } from '../result.ts';
import type { ForecastSettings } from '../settings.ts';
import type { Trends } from './growth-index.ts';

export interface Band {
  from: BandSource;
  /** Log of (quantile / forecast) of headcount at the end of `year`; 0 at the base year. */
  at(year: number, p: number): number;
}

/** z of the 10 and 90 % points of a normal law, to stretch a borrowed half-width to other shares. */
const Z80 = 1.2815515655446004;

/**
 * Band of headcount of an occupation in a zone: from past errors of its own series, else from the median
 * over the region's industries, else borrowed (half-width of the setting at four years, growing as h^¾).
 */
export function errorBands(
  input: ForecastInput,
  settings: ForecastSettings,
  occupations: Trends,
  industries: Trends,
): (occupation: string, zone: string) => Band {
  const okveds = [...new Set(input.industrySeries.map((p) => p.okved))].sort();
  const industryError = (year: number, p: number): number => {
    const errors = okveds
      .map((okved) => industries.find(okved, ''))
      .map((f) => (f ? f.logError(year - f.lastYear, p) : Number.NaN))
      .filter((e) => !Number.isNaN(e))
      .sort((a, b) => a - b);
    return errors.length > 0 ? errors[errors.length >> 1]! : Number.NaN;
  };
  const memo = new Map<string, number>();
  const remember = (key: string, compute: () => number): number => {
    if (!memo.has(key)) memo.set(key, compute());
    return memo.get(key)!;
  };
  return (occupation, zone) => {
    const own = occupations.find(occupation, zone);
    if (own && !Number.isNaN(own.logError(1, 0.9))) {
      const at = (year: number, p: number) =>
        year <= input.baseYear
          ? 0
          : remember(`o/${occupation}/${zone}/${year}/${p}`, () => own.logError(year - own.lastYear, p));
      return { from: 'occupation', at };
    }
    const industry = (year: number, p: number) => remember(`i/${year}/${p}`, () => industryError(year, p));
    if (!Number.isNaN(industry(input.baseYear + 1, 0.9)))
      return { from: 'industry', at: (year, p) => (year <= input.baseYear ? 0 : industry(year, p)) };
    return {
      from: 'borrowed',
      at(year, p) {
        const h = Math.max(0, year - input.baseYear);
        const z = p === 0.5 ? 0 : p < 0.5 ? -Z80 : Z80;
        return ((settings.borrowedHalfWidth * z) / Z80) * (h / 4) ** 0.75;
      },
    };
  };
}
