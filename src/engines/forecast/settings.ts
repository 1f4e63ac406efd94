import type { Confidence, LineStatus } from './need-line.ts';

/** What one of the three variants changes. */
export interface Scenario {
  /** Added to the yearly growth of every industry, as a share (0.01 = one per cent a year). */
  trendShift: number;
  /** Share of declared growth and of project places that is believed, by certainty of the answer. */
  belief: Record<Confidence, number>;
  /** Whether growth plans of those who answered are extended to those who did not. */
  extendGrowth: boolean;
}

export interface ForecastSettings {
  /** Years forecast after the base year, 1…7. */
  horizon: number;
  /** Further years, marked as extrapolation, 0…10. */
  extrapolation: number;
  /** Highest response weight. */
  weightCap: number;
  /** Statuses of need lines that count. */
  countedStatuses: LineStatus[];
  /** Yearly share of an occupation that leaves it, where nothing is known. */
  defaultExitRate: number;
  /** Share of leavers replaced from the same trade's own market, where the line does not say. */
  defaultInternalRefillShare: number;
  /** Share of openings to be filled by graduates, where the line does not say. */
  defaultGraduateShare: number;
  /** Years over which vacancies open for more than 90 days are spread. */
  backlogYears: number;
  /** Whether the model covers occupations that those who answered did not name. */
  modelUnlisted: boolean;
  /** Damping of the drift of staffing shares, and its largest yearly step in log-ratio. */
  shareFade: number;
  shareDriftLimit: number;
  /** Log half-width of the 80 % band four years ahead where no series can calibrate it. */
  borrowedHalfWidth: number;
  /** Ages at which people are hired when an age structure is moved forward: first and last year of age. */
  hireAges: [number, number];
  scenarios: { low: Scenario; base: Scenario; high: Scenario };
}

/**
 * Defaults. `defaultExitRate`: the plausible bound of replacement plus growth, 3.8–4.0 % of headcount a year
 * (Murmansk and Arkhangelsk, 2021), less growth. `borrowedHalfWidth`: half of the width measured on French
 * occupations at four years (docs/methods/forecast.md). Both are marked as assumptions wherever used.
 */
export const DEFAULT_SETTINGS: ForecastSettings = {
  horizon: 7,
  extrapolation: 0,
  weightCap: 10,
  countedStatuses: ['submitted', 'confirmed'],
  defaultExitRate: 0.035,
  defaultInternalRefillShare: 0,
  defaultGraduateShare: 1,
  backlogYears: 2,
  modelUnlisted: true,
  shareFade: 0.8,
  shareDriftLimit: 0.05,
  borrowedHalfWidth: 0.14,
  hireAges: [18, 34],
  scenarios: {
    low: { trendShift: -0.01, belief: { low: 0, mid: 0.5, high: 1 }, extendGrowth: false },
    base: { trendShift: 0, belief: { low: 1, mid: 1, high: 1 }, extendGrowth: true },
    high: { trendShift: 0.01, belief: { low: 1, mid: 1, high: 1 }, extendGrowth: true },
  },
};
