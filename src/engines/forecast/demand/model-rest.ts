import type { ForecastInput } from '../input.ts';
import type { EngineIssue } from '../issue.ts';
import type { Stratum } from '../result.ts';
import type { ForecastSettings, Scenario } from '../settings.ts';
import type { Contribution } from './contribution.ts';
import { decomposeNeed } from './decompose-need.ts';
import type { ExitShare } from './exit-rates.ts';
import type { Trends } from './growth-index.ts';
import { type StaffingYear, staffingShares } from './staffing-shares.ts';

export interface ModelContext {
  input: ForecastInput;
  years: readonly number[];
  settings: ForecastSettings;
  scenario: Scenario;
  trends: Trends;
  exits: ExitShare;
}

/** Staffing of each industry by year, sorted by year; years without staff are left out. */
export function readStaffing(input: ForecastInput): Map<string, StaffingYear[]> {
  const byIndustry = new Map<string, Map<number, Map<string, number>>>();
  for (const { okved, occupation, year, headcount } of input.staffing) {
    const years = byIndustry.get(okved) ?? new Map<number, Map<string, number>>();
    byIndustry.set(okved, years);
    const staff = years.get(year) ?? new Map<string, number>();
    years.set(year, staff);
    staff.set(occupation, (staff.get(occupation) ?? 0) + headcount);
  }
  const out = new Map<string, StaffingYear[]>();
  for (const [okved, years] of byIndustry) {
    const list = [...years]
      .map(([year, headcount]) => ({ year, headcount }))
      .filter((y) => [...y.headcount.values()].some((n) => n > 0))
      .sort((a, b) => a.year - b.year);
    if (list.length > 0) out.set(okved, list);
  }
  return out;
}

/** Staff of an industry for the model to split: everybody, or only those in occupations nobody named. */
export interface StaffToModel {
  okved: string;
  /** What the trace calls it. */
  id: string;
  /** Staff of the base year, all occupations, by zone. */
  zones: ReadonlyMap<string, number>;
  /** Occupations that answers speak for already. */
  except: ReadonlySet<string>;
}

/** Staff nobody answered for, by industry and zone: what the weights leave, placed by the zones' own staff. */
export function restByIndustry(strata: ReadonlyMap<string, Stratum>, input: ForecastInput): StaffToModel[] {
  const rest = new Map<string, Map<string, number>>();
  for (const cell of input.population) {
    const stratum = strata.get(`${cell.okved}/${cell.sizeClass}`)!;
    if (stratum.population <= 0) continue;
    const zones = rest.get(cell.okved) ?? new Map<string, number>();
    rest.set(cell.okved, zones);
    const share = cell.headcount / stratum.population;
    zones.set(cell.zone, (zones.get(cell.zone) ?? 0) + stratum.modelled * share);
  }
  return [...rest].map(([okved, zones]) => ({ okved, id: okved, zones, except: new Set() }));
}

/**
 * Need of the staff nobody answered for: industry trend × staffing shares × exit rates. An industry without
 * known staffing cannot be split by occupation; its staff is named in a note, never dropped in silence.
 */
export function modelRest(
  rest: readonly StaffToModel[],
  staffing: ReadonlyMap<string, StaffingYear[]>,
  context: ModelContext,
): { parts: Contribution[]; notes: EngineIssue[] } {
  const { settings, scenario, trends, exits, years, input } = context;
  const parts: Contribution[] = [];
  const notes: EngineIssue[] = [];
  for (const { okved, id, zones, except } of rest) {
    const staff = [...zones.values()].reduce((a, b) => a + b, 0);
    if (staff <= 0) continue;
    const known = staffing.get(okved);
    if (!known) {
      notes.push({ code: 'staffing.unknown', params: { okved, staff: Math.round(staff) } });
      continue;
    }
    const shares = (year: number) =>
      staffingShares(known, year, settings.shareFade, settings.shareDriftLimit);
    const shift = (year: number) => (1 + scenario.trendShift) ** (year - input.baseYear);
    let before = shares(input.baseYear);
    for (const year of years) {
      const now = shares(year);
      for (const [zone, size] of zones) {
        if (size <= 0) continue;
        const then = size * trends.index(okved, zone, year - 1) * shift(year - 1);
        const next = size * trends.index(okved, zone, year) * shift(year);
        for (const [occupation, share] of now) {
          if (except.has(occupation)) continue;
          const start = then * (before.get(occupation) ?? 0);
          const plan = next * share;
          const need = decomposeNeed({
            before: start,
            plan,
            leavers: { retire: start * exits(occupation, year), outOfTrade: 0, other: 0 },
            internalRefillShare: settings.defaultInternalRefillShare,
            project: 0,
            backlog: 0,
            graduateShare: 1,
          });
          const { expansion, replacement, surplus, replGross } = need;
          const amounts = { expansion, replacement, project: 0, backlog: 0, surplus, replGross };
          const { defaultGraduateShare: graduateShare } = settings;
          const series = trends.seriesOf(okved, zone);
          parts.push({
            kind: 'model',
            id,
            occupation,
            zone,
            year,
            headcount: plan,
            ...amounts,
            graduateShare,
            series,
          });
        }
      }
      before = now;
    }
  }
  return { parts, notes };
}
