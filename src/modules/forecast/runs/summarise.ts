import type { ForecastResult } from '../../../engines/forecast/index.ts';

const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);
/** Forecasts are shown to tens at most; the summary keeps one digit. */
const tenth = (value: number) => Math.round(value * 10) / 10;

/** The few numbers a run is known by, over all its years. */
export function summarise(result: ForecastResult, needLines: number) {
  const { needs } = result;
  const [first] = result.years;
  return {
    years: result.years,
    headcount: tenth(
      sum(
        needs.filter(({ year }) => year === first),
        (c) => c.headcount,
      ),
    ),
    need: tenth(sum(needs, (c) => c.trainNeed)),
    low: tenth(sum(needs, (c) => Math.min(c.p10, c.trainNeed))),
    high: tenth(sum(needs, (c) => Math.max(c.p90, c.trainNeed))),
    expansion: tenth(sum(needs, (c) => c.expansion)),
    replacement: tenth(sum(needs, (c) => c.replacement)),
    project: tenth(sum(needs, (c) => c.project)),
    backlog: tenth(sum(needs, (c) => c.backlog)),
    pipeline: sum(result.pipeline, (c) => c.people),
    unmapped: tenth(sum(result.unmapped, (c) => c.amount)),
    enterprises: result.sample.respondents,
    needLines,
    respondents: result.sample.respondents,
    effectiveSample: tenth(result.sample.effective),
  };
}
