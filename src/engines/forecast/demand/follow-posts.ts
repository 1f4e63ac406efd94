import type { NeedLine } from '../input.ts';
import type { ForecastSettings, Scenario } from '../settings.ts';
import type { Contribution } from './contribution.ts';
import { decomposeNeed } from './decompose-need.ts';
import type { ExitShare } from './exit-rates.ts';
import type { Trends } from './growth-index.ts';

export interface PostContext {
  baseYear: number;
  years: readonly number[];
  settings: ForecastSettings;
  scenario: Scenario;
  trends: Trends;
  exits: ExitShare;
}

/**
 * Need of one post (enterprise × occupation × zone) over all years: as answered while there are answers,
 * then carried on with the trend of its industry and the exit rate of its occupation.
 * @param lines of this post, by year, at least one; @returns one contribution a year, from the first year
 * in which the staff is known.
 */
export function followPost(lines: readonly NeedLine[], context: PostContext): Contribution[] {
  const { settings, scenario, trends, exits } = context;
  const first = lines[0]!;
  const byYear = new Map(lines.map((l) => [l.year, l]));
  // Vacancies are a stock of the base year: two lines of one post show the same ones, so the largest counts.
  const vacancies = Math.max(...lines.map((l) => l.vacanciesOver90));
  let staff: number | null = null;
  let latest = first;
  return context.years.flatMap((year, k): Contribution[] => {
    const line = byYear.get(year);
    if (line) latest = line;
    const before: number | null = line?.headcountBefore ?? staff;
    const g = (y: number) =>
      trends.index(first.okved, first.zone, y) * (1 + scenario.trendShift) ** (y - context.baseYear);
    const growth = g(year - 1) > 0 ? g(year) / g(year - 1) : 1;
    const backlog = k < settings.backlogYears ? vacancies / settings.backlogYears : 0;
    const stated = line ? statedPlan(line, before) : null;
    if (before === null && stated === null && backlog === 0 && !line?.project) return [];
    const start = before ?? 0;
    const belief = scenario.belief[latest.confidence];
    const plan =
      stated === null ? start * growth : stated > start ? start + (stated - start) * belief : stated;
    staff = plan;
    const parts = decomposeNeed({
      before: start,
      plan,
      leavers: (line && statedLeavers(line)) ?? modelled(start, exits(first.occupation, year)),
      internalRefillShare: latest.internalRefillShare ?? settings.defaultInternalRefillShare,
      project: (line?.project ?? 0) * belief,
      backlog,
      graduateShare: 1,
    });
    return [
      {
        kind: line ? 'line' : 'continuation',
        id: latest.id,
        occupation: first.occupation,
        zone: first.zone,
        year,
        headcount: plan,
        replGross: parts.replGross,
        expansion: parts.expansion,
        replacement: parts.replacement,
        project: parts.project,
        backlog,
        surplus: parts.surplus,
        graduateShare: latest.graduateShare ?? settings.defaultGraduateShare,
        series: stated === null ? trends.seriesOf(first.okved, first.zone) : null,
      },
    ];
  });
}

/** Plan as answered, or staff before plus declared new jobs; null when the line answers neither. */
function statedPlan(line: NeedLine, before: number | null): number | null {
  if (line.headcountPlan !== null) return line.headcountPlan;
  return line.declaredNew === null ? null : (before ?? 0) + line.declaredNew;
}

function statedLeavers(line: NeedLine) {
  if (line.leavers) return line.leavers;
  return line.declaredReplacement === null
    ? null
    : { retire: line.declaredReplacement, outOfTrade: 0, other: 0 };
}

const modelled = (staff: number, share: number) => ({ retire: staff * share, outOfTrade: 0, other: 0 });
