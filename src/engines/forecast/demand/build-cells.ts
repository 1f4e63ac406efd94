import type { ForecastInput } from '../input.ts';
import { apportion } from '../largest-remainder.ts';
import type { NeedCell, TracePart } from '../result.ts';
import { type Contribution, cellKey } from './contribution.ts';
import { type Band, errorBands } from './error-band.ts';
import type { Prepared } from './prepare.ts';
import { kish } from './response-weights.ts';

type Cells = ReadonlyMap<string, Contribution[]>;
const openingsOf = (c: Contribution): number => c.expansion + c.replacement + c.project + c.backlog;
const sumOf = (parts: readonly Contribution[], f: (c: Contribution) => number): number =>
  parts.reduce((a, c) => a + f(c), 0);
const trainNeedOf = (parts: readonly Contribution[]): number =>
  sumOf(parts, (c) => openingsOf(c) * c.graduateShare);

/** Cells of the base scenario with trace, variants, band and whole numbers; supply is filled in later. */
export function buildCells(
  input: ForecastInput,
  prepared: Prepared,
  base: Cells,
  low: Cells,
  high: Cells,
): NeedCell[] {
  const bandOf = errorBands(input, prepared.settings, prepared.occupations, prepared.industries);
  const samples = samplesByPost(prepared);
  const cells = [...base].map(([key, parts]): NeedCell => {
    const { occupation, zone, year } = parts[0]!;
    const trace = parts.map(traceOf).sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
    const components = {
      expansion: sumOf(parts, (c) => c.expansion),
      replacement: sumOf(parts, (c) => c.replacement),
      project: sumOf(parts, (c) => c.project),
      backlog: sumOf(parts, (c) => c.backlog),
    };
    const openings = sumOf(parts, openingsOf);
    const trainNeed = trainNeedOf(parts);
    const variants = [trainNeed, trainNeedOf(low.get(key) ?? []), trainNeedOf(high.get(key) ?? [])];
    const band = bandOf(occupation, zone);
    const before = base.get(cellKey({ occupation, zone, year: year - 1 })) ?? [];
    const headcount = sumOf(parts, (c) => c.headcount);
    // In the first year the stock before is the base year's, where the band has no width: its size is moot.
    const headcountBefore = sumOf(before, (c) => c.headcount);
    const quantile = (p: number) => atQuantile(parts, headcount, headcountBefore, band, year, p, prepared);
    const [p10, p50, p90] = [quantile(0.1), quantile(0.5), quantile(0.9)];
    return {
      occupation,
      zone,
      year,
      extrapolation: year > input.baseYear + prepared.settings.horizon,
      headcount,
      ...components,
      openings,
      surplus: sumOf(parts, (c) => c.surplus),
      trainNeed,
      trainNeedWhole: 0,
      low: Math.min(...variants),
      high: Math.max(...variants),
      p10: Math.min(p10, p50),
      p50,
      p90: Math.max(p90, p50),
      bandFrom: band.from,
      exitFrom: prepared.exits.source(occupation),
      effectiveSample: kish(samples.get(`${occupation}\u0000${zone}`) ?? []).effective,
      supply: 0,
      gap: 0,
      trace,
    };
  });
  cells.sort(byKeys);
  for (const year of prepared.years) {
    const ofYear = cells.filter((c) => c.year === year);
    const needs = ofYear.map((c) => c.trainNeed);
    const whole = apportion(Math.round(needs.reduce((a, b) => a + b, 0)), needs);
    ofYear.forEach((c, k) => {
      c.trainNeedWhole = whole[k]!;
    });
  }
  return cells;
}

const byKeys = (a: NeedCell, b: NeedCell): number =>
  a.year - b.year ||
  (a.occupation < b.occupation ? -1 : a.occupation > b.occupation ? 1 : a.zone < b.zone ? -1 : 1);

function traceOf(c: Contribution): TracePart {
  const { kind, id, expansion, replacement, project, backlog, headcount, surplus, series } = c;
  const trainNeed = openingsOf(c) * c.graduateShare;
  return { kind, id, expansion, replacement, project, backlog, headcount, surplus, trainNeed, series };
}

/**
 * Training need if headcount follows the p-quantile of its past errors all along: the step of the stock and
 * the leavers move with it. More staff first takes up the surplus; less never goes below projects and backlog.
 */
function atQuantile(
  parts: readonly Contribution[],
  headcount: number,
  headcountBefore: number,
  band: Band,
  year: number,
  p: number,
  prepared: Prepared,
): number {
  const now = Math.expm1(band.at(year, p));
  const then = Math.expm1(band.at(year - 1, p));
  const shift = headcount * now - headcountBefore * then + sumOf(parts, (c) => c.replGross) * then;
  const openings = sumOf(parts, openingsOf);
  const floor = sumOf(parts, (c) => c.project + c.backlog);
  const surplus = sumOf(parts, (c) => c.surplus);
  const moved = shift > 0 ? openings + Math.max(0, shift - surplus) : Math.max(floor, openings + shift);
  const share = openings > 0 ? trainNeedOf(parts) / openings : prepared.settings.defaultGraduateShare;
  return moved * share;
}

/** Weights of the enterprises that answered for an occupation in a zone. */
function samplesByPost(prepared: Prepared): Map<string, number[]> {
  const samples = new Map<string, number[]>();
  for (const lines of prepared.posts) {
    const { occupation, zone, okved, sizeClass } = lines[0]!;
    const weight = prepared.weighting.strata.get(`${okved}/${sizeClass}`)?.weight ?? 1;
    const key = `${occupation}\u0000${zone}`;
    const list = samples.get(key);
    if (list) list.push(weight);
    else samples.set(key, [weight]);
  }
  return samples;
}
