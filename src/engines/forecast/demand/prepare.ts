import type { ForecastInput, NeedLine } from '../input.ts';
import type { EngineIssue } from '../issue.ts';
import type { ForecastSettings } from '../settings.ts';
import { type Exits, exitShares } from './exit-rates.ts';
import { unansweredByZone } from './extend-answers.ts';
import { readTrends, type Trends } from './growth-index.ts';
import { readStaffing, type StaffToModel } from './model-rest.ts';
import { completeRespondents, type Weighting, weighResponses } from './response-weights.ts';
import type { StaffingYear } from './staffing-shares.ts';
import { unlistedStaff } from './unlisted-staff.ts';

/** What all scenarios share. */
export interface Prepared {
  settings: ForecastSettings;
  years: number[];
  /** Lines of each post (enterprise × occupation × zone), by year. */
  posts: NeedLine[][];
  weighting: Weighting;
  unanswered: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Staff of those who answered in occupations they did not name. */
  unlisted: { staff: StaffToModel[]; notes: EngineIssue[] };
  staffing: ReadonlyMap<string, StaffingYear[]>;
  industries: Trends;
  occupations: Trends;
  exits: Exits;
  /** Read after the run: what had to be guessed is known only then. */
  notes(): EngineIssue[];
}

export function prepare(input: ForecastInput, settings: ForecastSettings): Prepared {
  const span = settings.horizon + settings.extrapolation;
  const years = Array.from({ length: span }, (_, k) => input.baseYear + 1 + k);
  const until = input.baseYear + span;
  const counted = input.needLines.filter((l) => settings.countedStatuses.includes(l.status));
  const respondents = completeRespondents(input.respondents, counted);
  const weighting = weighResponses(respondents, input.population, settings.weightCap);
  const exits = exitShares(input, settings, years);
  const skipped = input.needLines.length - counted.length;
  const industries = readTrends(
    input.industrySeries.map((p) => ({ ...p, key: p.okved })),
    input.baseYear,
    until,
  );
  const occupations = readTrends(
    input.occupationSeries.map((p) => ({ ...p, key: p.occupation })),
    input.baseYear,
    until,
  );
  const posts = groupPosts(counted);
  const unanswered = unansweredByZone(input.population, respondents);
  const staffing = readStaffing(input);
  const unlisted = unlistedStaff(respondents, posts, weighting, unanswered, staffing, settings);
  return {
    settings,
    years,
    posts,
    weighting,
    unanswered,
    staffing,
    unlisted,
    industries,
    occupations,
    exits,
    notes: () => [
      ...weighting.notes,
      ...unlisted.notes,
      ...exits.notes(),
      ...(skipped > 0 ? [{ code: 'line.notCounted', params: { count: skipped } }] : []),
      ...(input.population.length === 0 ? [{ code: 'population.none', params: {} }] : []),
    ],
  };
}

function groupPosts(lines: readonly NeedLine[]): NeedLine[][] {
  const posts = new Map<string, NeedLine[]>();
  for (const line of lines) {
    const key = `${line.enterpriseId}\u0000${line.occupation}\u0000${line.zone}`;
    const list = posts.get(key);
    if (list) list.push(line);
    else posts.set(key, [line]);
  }
  return [...posts.values()].map((list) => list.sort((a, b) => a.year - b.year));
}
