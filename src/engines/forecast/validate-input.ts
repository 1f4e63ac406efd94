import { findMarginFaults } from './check-margins.ts';
import type { ForecastInput } from './input.ts';
import type { EngineIssue } from './issue.ts';
import type { ForecastSettings } from './settings.ts';

type Params = Record<string, string | number>;

/** Every fault that makes the input impossible to compute; empty when there is none. */
export function findFaults(input: ForecastInput, settings: ForecastSettings): EngineIssue[] {
  const issues: EngineIssue[] = [];
  const say = (code: string, params: Params) => issues.push({ code, params });
  const count = (list: string, id: string, field: string, value: number | null) => {
    if (value !== null && !(Number.isFinite(value) && value >= 0))
      say('input.negative', { list, id, field, value: String(value) });
    else if (value !== null && !Number.isInteger(value)) say('input.fractional', { list, id, field, value });
  };
  const amount = (list: string, id: string, field: string, value: number) => {
    if (!(Number.isFinite(value) && value >= 0))
      say('input.negative', { list, id, field, value: String(value) });
  };
  const share = (list: string, id: string, field: string, value: number | null) => {
    if (value !== null && !(value >= 0 && value <= 1))
      say('input.share', { list, id, field, value: String(value) });
  };
  const lastYear = input.baseYear + settings.horizon + settings.extrapolation;
  checkSettings(settings, say);
  checkUnique(input, say);

  const posts = new Map<string, string>();
  for (const l of input.needLines) {
    const at = (field: keyof typeof l) => count('needLines', l.id, field, l[field] as number | null);
    for (const field of [
      'headcountBefore',
      'headcountPlan',
      'declaredNew',
      'declaredReplacement',
      'project',
      'vacanciesOver90',
    ] as const)
      at(field);
    for (const [field, value] of Object.entries(l.leavers ?? {}))
      amount('needLines', l.id, `leavers.${field}`, value);
    share('needLines', l.id, 'internalRefillShare', l.internalRefillShare);
    share('needLines', l.id, 'graduateShare', l.graduateShare);
    if (!settings.countedStatuses.includes(l.status)) continue;
    if (!Number.isInteger(l.year) || l.year <= input.baseYear || l.year > lastYear)
      say('line.year', { id: l.id, year: l.year, first: input.baseYear + 1, last: lastYear });
    const post = `${l.enterpriseId}\u0000${l.occupation}\u0000${l.zone}\u0000${l.year}`;
    const other = posts.get(post);
    if (other !== undefined)
      say('line.twoAnswers', {
        id: l.id,
        other,
        enterprise: l.enterpriseId,
        occupation: l.occupation,
        year: l.year,
      });
    posts.set(post, l.id);
  }
  for (const r of input.respondents) count('respondents', r.enterpriseId, 'headcount', r.headcount);
  for (const p of input.population)
    amount('population', `${p.okved}/${p.sizeClass}/${p.zone}`, 'headcount', p.headcount);
  for (const p of input.staffing)
    amount('staffing', `${p.okved}/${p.occupation}/${p.year}`, 'headcount', p.headcount);
  for (const p of input.projects) count('projects', p.id, 'places', p.places);
  for (const o of input.otherSupply) count('otherSupply', o.id, 'people', o.people);
  for (const a of input.ages) {
    const id = `${a.occupation}/${a.year}/${a.sex}/${a.ageFrom}-${a.ageTo}`;
    amount('ages', id, 'headcount', a.headcount);
    if (!(a.ageFrom >= 14 && a.ageFrom <= a.ageTo && a.ageTo <= 100)) say('ages.band', { id });
    if (a.year > input.baseYear) say('ages.year', { id, base: input.baseYear });
  }
  for (const r of input.exitRates)
    for (const field of ['mortality', 'retirement', 'transfer', 'migration'] as const)
      share('exitRates', `${r.occupation ?? '*'}/${r.sex}/${r.ageFrom}-${r.ageTo}`, field, r[field]);
  for (const p of input.programmes)
    for (const field of ['retention', 'army', 'furtherStudy', 'parental', 'inField'] as const)
      share('programmes', p.id, field, p[field]);
  checkCohorts(input, say, count, share);
  checkCrosswalk(input, say, share);
  return [...issues, ...findMarginFaults(input)];
}

function checkSettings(s: ForecastSettings, say: (code: string, params: Params) => void): void {
  const within = (field: keyof ForecastSettings, low: number, high: number, whole: boolean) => {
    const value = s[field] as number;
    if (!(value >= low && value <= high) || (whole && !Number.isInteger(value)))
      say('settings.range', { field, value: String(value), low, high });
  };
  within('horizon', 1, 7, true);
  within('extrapolation', 0, 10, true);
  within('weightCap', 1, 1000, false);
  within('backlogYears', 1, 7, true);
  for (const field of [
    'defaultExitRate',
    'defaultInternalRefillShare',
    'defaultGraduateShare',
    'shareFade',
    'shareDriftLimit',
  ] as const)
    within(field, 0, 1, false);
  within('borrowedHalfWidth', 0, 2, false);
}

/** Two records with one id would be counted twice and could not be told apart in a trace. */
function checkUnique(input: ForecastInput, say: (code: string, params: Params) => void): void {
  const lists = {
    needLines: input.needLines.map((x) => x.id),
    respondents: input.respondents.map((x) => x.enterpriseId),
    projects: input.projects.map((x) => x.id),
    cohorts: input.cohorts.map((x) => x.id),
    otherSupply: input.otherSupply.map((x) => x.id),
    programmes: input.programmes.map((x) => x.id),
    occupations: input.occupations.map((x) => x.id),
    crosswalk: input.crosswalk.map((x) => `${x.from}→${x.programme}`),
  };
  for (const [list, ids] of Object.entries(lists)) {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) say('input.twice', { list, id });
      seen.add(id);
    }
  }
}

function checkCohorts(
  input: ForecastInput,
  say: (code: string, params: Params) => void,
  count: (list: string, id: string, field: string, value: number) => void,
  share: (list: string, id: string, field: string, value: number) => void,
): void {
  for (const c of input.cohorts) {
    count('cohorts', c.id, 'students', c.students);
    for (const field of [
      'dropoutPerYear',
      'graduateShare',
      'army',
      'furtherStudy',
      'parental',
      'otherRegion',
      'armyReturn',
      'inField',
    ] as const)
      share('cohorts', c.id, field, c[field]);
    if (c.army + c.furtherStudy + c.parental + c.otherRegion > 1 + 1e-9)
      say('cohort.destinations', { id: c.id });
    const zones = c.workZones.reduce((a, z) => a + z.share, 0);
    if (c.workZones.length > 0 && Math.abs(zones - 1) > 1e-6) say('cohort.zones', { id: c.id, sum: zones });
    if (
      !Number.isInteger(c.graduationYear) ||
      !Number.isInteger(c.countedAt) ||
      c.graduationYear < c.countedAt
    )
      say('cohort.years', { id: c.id, counted: c.countedAt, graduation: c.graduationYear });
  }
}

function checkCrosswalk(
  input: ForecastInput,
  say: (code: string, params: Params) => void,
  share: (list: string, id: string, field: string, value: number) => void,
): void {
  const sums = new Map<string, number>();
  for (const e of input.crosswalk) {
    share('crosswalk', e.id, 'weight', e.weight);
    sums.set(e.from, (sums.get(e.from) ?? 0) + e.weight);
  }
  for (const [from, sum] of sums)
    if (sum > 1 + 1e-9) say('crosswalk.above', { from, sum: Math.round(sum * 1e6) / 1e6 });
}
