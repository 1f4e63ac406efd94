import type { ForecastInput, NeedLine } from '../input.ts';
import type { EngineIssue } from '../issue.ts';
import type { Scenario } from '../settings.ts';
import { type Contribution, cellKey } from './contribution.ts';
import { extendAnswers } from './extend-answers.ts';
import { followPost } from './follow-posts.ts';
import { modelOccupations } from './model-occupations.ts';
import { modelRest, restByIndustry } from './model-rest.ts';
import type { Prepared } from './prepare.ts';

/** Contributions of one scenario, by cell. */
export function collectNeeds(
  input: ForecastInput,
  prepared: Prepared,
  scenario: Scenario,
): { cells: Map<string, Contribution[]>; notes: EngineIssue[] } {
  const { settings, years, exits, posts, weighting, unanswered } = prepared;
  const context = { input, years, settings, scenario, exits: exits.share, baseYear: input.baseYear };
  const industries = { ...context, trends: prepared.industries };
  const own: { part: Contribution; line: NeedLine }[] = posts.flatMap((lines) =>
    followPost(lines, industries).map((part) => ({ part, line: lines[0]! })),
  );
  const rest = modelRest(
    [...restByIndustry(weighting.strata, input), ...prepared.unlisted.staff],
    prepared.staffing,
    industries,
  );
  const parts: Contribution[] = [
    ...own.map((o) => o.part),
    ...extendAnswers(own, weighting.strata, unanswered, scenario.extendGrowth),
    ...rest.parts,
    ...(input.population.length === 0
      ? modelOccupations(input.occupationSeries, posts.flat(), { ...context, trends: prepared.occupations })
      : []),
    ...projectParts(input, scenario, settings.defaultGraduateShare, years),
  ];
  const cells = new Map<string, Contribution[]>();
  for (const part of parts) {
    const list = cells.get(cellKey(part));
    if (list) list.push(part);
    else cells.set(cellKey(part), [part]);
  }
  return { cells, notes: rest.notes };
}

function projectParts(
  input: ForecastInput,
  scenario: Scenario,
  graduateShare: number,
  years: readonly number[],
): Contribution[] {
  return input.projects
    .filter((p) => years.includes(p.year))
    .map((p) => ({
      kind: 'project',
      id: p.id,
      occupation: p.occupation,
      zone: p.zone,
      year: p.year,
      headcount: 0,
      replGross: 0,
      expansion: 0,
      replacement: 0,
      project: p.places * scenario.belief[p.confidence],
      backlog: 0,
      surplus: 0,
      graduateShare: p.graduateShare ?? graduateShare,
      series: null,
    }));
}
