import type { NeedLine, OccupationPoint } from '../input.ts';
import type { Contribution } from './contribution.ts';
import { decomposeNeed } from './decompose-need.ts';
import type { ModelContext } from './model-rest.ts';

/**
 * Where there are no statistics by industry, but there are by occupation: the staff of an occupation in a
 * zone beyond what answers name follows the occupation's own trend.
 * @param trends of occupations; @param lines counted lines.
 */
export function modelOccupations(
  points: readonly OccupationPoint[],
  lines: readonly NeedLine[],
  context: ModelContext,
): Contribution[] {
  const { settings, scenario, trends, exits, years, input } = context;
  const zoned = new Set(points.filter((p) => p.zone !== '').map((p) => p.occupation));
  const cells = new Map<string, { occupation: string; zone: string; year: number; headcount: number }>();
  for (const p of points) {
    // The region's series is the sum of its zones: counting both would count people twice.
    if (p.year > input.baseYear || (p.zone === '' && zoned.has(p.occupation))) continue;
    const key = `${p.occupation}\u0000${p.zone}`;
    if (!cells.has(key) || cells.get(key)!.year < p.year) cells.set(key, p);
  }
  const named = namedStaff(lines);
  return [...cells.values()].flatMap(({ occupation, zone, headcount }) => {
    const rest = Math.max(0, headcount - named(occupation, zone));
    if (rest === 0) return [];
    const level = (y: number) =>
      rest * trends.index(occupation, zone, y) * (1 + scenario.trendShift) ** (y - input.baseYear);
    return years.map((year): Contribution => {
      const before = level(year - 1);
      const { expansion, replacement, surplus, replGross } = decomposeNeed({
        before,
        plan: level(year),
        leavers: { retire: before * exits(occupation, year), outOfTrade: 0, other: 0 },
        internalRefillShare: settings.defaultInternalRefillShare,
        project: 0,
        backlog: 0,
        graduateShare: 1,
      });
      const amounts = { expansion, replacement, project: 0, backlog: 0, surplus, replGross };
      const { defaultGraduateShare: graduateShare } = settings;
      const series = trends.seriesOf(occupation, zone);
      return {
        kind: 'model',
        id: occupation,
        occupation,
        zone,
        year,
        headcount: level(year),
        ...amounts,
        graduateShare,
        series,
      };
    });
  });
}

/** Staff the answers name, by occupation and zone, and by occupation alone: each post once, at its earliest line. */
function namedStaff(lines: readonly NeedLine[]): (occupation: string, zone: string) => number {
  const posts = new Map<string, NeedLine>();
  for (const line of lines) {
    const post = `${line.enterpriseId}\u0000${line.occupation}\u0000${line.zone}`;
    const known = posts.get(post);
    if (!known || line.year < known.year) posts.set(post, line);
  }
  const sums = new Map<string, number>();
  for (const { occupation, zone, headcountBefore } of posts.values()) {
    for (const key of new Set([`${occupation}\u0000${zone}`, `${occupation}\u0000`]))
      sums.set(key, (sums.get(key) ?? 0) + (headcountBefore ?? 0));
  }
  return (occupation, zone) => sums.get(`${occupation}\u0000${zone}`) ?? 0;
}
