import type { Problem } from '../problem.ts';
import type { OrderInstance } from '../types.ts';

/** References, years, duplicates and sums that only the whole document shows. */
export function checkLinks(o: OrderInstance): Problem[] {
  const out: Problem[] = [];
  const say = (id: string, path: string, params: Problem['params'] = {}) => out.push({ id, path, params });
  const known = {
    zone: ids(o.zones, 'zones', say),
    district: ids(o.districts, 'districts', say),
    occupation: ids(o.occupations, 'occupations', say),
    college: ids(o.colleges, 'colleges', say),
    programme: ids(o.programmes, 'programmes', say),
    workshop: ids(o.workshops ?? [], 'workshops', say),
    centre: ids(o.centres ?? [], 'centres', say),
    budget: new Set((o.budgets ?? []).map((b) => b.id)),
    area: new Set(o.zones.map((z) => z.applicantArea ?? z.id)),
  };
  const link = (kind: keyof typeof known, id: string | undefined, path: string) => {
    if (id !== undefined && !known[kind].has(id)) say(`input.unknown.${kind}`, path, { id });
  };
  const end = o.decisionYear + o.intakes - 1;
  const needYear = (year: number, path: string) => {
    if (year < o.decisionYear || year > o.horizonYear)
      say('input.horizon', path, { year, from: o.decisionYear, to: o.horizonYear });
  };
  const intake = (year: number, path: string) => {
    if (year < o.decisionYear || year > end)
      say('input.horizon', path, { year, from: o.decisionYear, to: end });
  };
  if (o.horizonYear < o.decisionYear)
    say('input.horizon', 'horizonYear', {
      year: o.horizonYear,
      from: o.decisionYear,
      to: o.decisionYear + 20,
    });
  const each = <T>(list: T[] | undefined, path: string, check: (item: T, at: string) => void) => {
    for (const [i, item] of (list ?? []).entries()) check(item, `${path}[${i}]`);
  };

  each(o.districts, 'districts', (d, at) => link('zone', d.zone, `${at}.zone`));
  each(o.colleges, 'colleges', (c, at) => link('district', c.district, `${at}.district`));
  each(o.programmes, 'programmes', (p, at) => {
    if (p.groupMin > p.groupMax)
      say('input.groupSize', `${at}.groupMin`, { min: p.groupMin, max: p.groupMax });
    // What is left of a seat in the last year must stay within the numerical range of the model.
    const left = (1 - p.dropoutPerYear) ** (Math.ceil(p.months / 12) - 1);
    const least = Math.ceil(1e5 / left);
    if (left < 1e-3) say('input.allLeave', `${at}.dropoutPerYear`, { value: p.dropoutPerYear });
    else if (p.costPerStudentYear < least)
      say('input.tooSmall', `${at}.costPerStudentYear`, { value: p.costPerStudentYear, min: least });
  });
  each(o.workshops, 'workshops', (w, at) => link('college', w.college, `${at}.college`));
  unique(o.pairs, (p) => `${p.college} / ${p.programme}`, 'pairs', say);
  each(o.pairs, 'pairs', (p, at) => {
    link('college', p.college, `${at}.college`);
    link('programme', p.programme, `${at}.programme`);
    link('workshop', p.workshop, `${at}.workshop`);
    link('budget', p.budget, `${at}.budget`);
    const pr = o.programmes.find((x) => x.id === p.programme);
    const min = p.groupMin ?? pr?.groupMin ?? 1;
    const max = p.groupMax ?? pr?.groupMax ?? 100;
    if (min > max) say('input.groupSize', `${at}.groupMin`, { min, max });
  });
  unique(o.crosswalk, (e) => `${e.programme} / ${e.occupation}`, 'crosswalk', say);
  each(o.crosswalk, 'crosswalk', (e, at) => {
    link('programme', e.programme, `${at}.programme`);
    link('occupation', e.occupation, `${at}.occupation`);
  });
  unique(o.reach, (r) => `${r.from} / ${r.to}`, 'reach', say);
  each(o.reach, 'reach', (r, at) => {
    link('zone', r.from, `${at}.from`);
    link('zone', r.to, `${at}.to`);
  });
  unique(o.needs, (n) => `${n.occupation} / ${n.zone} / ${n.year}`, 'needs', say);
  each(o.needs, 'needs', (n, at) => {
    link('occupation', n.occupation, `${at}.occupation`);
    link('zone', n.zone, `${at}.zone`);
    needYear(n.year, `${at}.year`);
    unique(n.lines ?? [], (l) => l.id, `${at}.lines`, say);
  });
  each(o.pipeline, 'pipeline', (s, at) => {
    link('occupation', s.occupation, `${at}.occupation`);
    link('zone', s.zone, `${at}.zone`);
    needYear(s.year, `${at}.year`);
  });
  unique(o.applicants ?? [], (a) => `${a.area} / ${a.base} / ${a.year}`, 'applicants', say);
  each(o.applicants, 'applicants', (a, at) => {
    link('area', a.area, `${at}.area`);
    intake(a.year, `${at}.year`);
  });
  unique(o.budgets ?? [], (b) => `${b.id} / ${b.year}`, 'budgets', say);
  each(o.budgets, 'budgets', (b, at) => intake(b.year, `${at}.year`));
  each(o.centres, 'centres', (c, at) => link('zone', c.zone, `${at}.zone`));
  unique(o.courses ?? [], (c) => `${c.centre} / ${c.occupation}`, 'courses', say);
  each(o.courses, 'courses', (c, at) => {
    link('centre', c.centre, `${at}.centre`);
    link('occupation', c.occupation, `${at}.occupation`);
    link('budget', c.budget, `${at}.budget`);
    if (c.groupMin > c.groupMax)
      say('input.groupSize', `${at}.groupMin`, { min: c.groupMin, max: c.groupMax });
  });
  checkRules(o, say, link, intake);
  return out;
}

type Say = (id: string, path: string, params?: Problem['params']) => void;

function checkRules(
  o: OrderInstance,
  say: Say,
  link: (kind: 'college' | 'programme' | 'district' | 'occupation', id: string, path: string) => void,
  intake: (year: number, path: string) => void,
): void {
  unique(o.policies ?? [], (p) => p.id, 'policies', say);
  const groups = new Set(o.programmes.map((p) => p.group));
  (o.policies ?? []).forEach((p, i) => {
    const at = `policies[${i}]`;
    for (const y of p.years ?? []) intake(y, `${at}.years`);
    if (p.kind === 'minShare' ? p.share === undefined : p.seats === undefined)
      say('input.missing', `${at}.${p.kind === 'minShare' ? 'share' : 'seats'}`);
    for (const g of p.filter?.groups ?? [])
      if (!groups.has(g)) say('input.unknown.group', `${at}.filter.groups`, { id: g });
    unique(p.years ?? [], String, `${at}.years`, say);
    for (const c of p.filter?.colleges ?? []) link('college', c, `${at}.filter.colleges`);
    for (const c of p.filter?.programmes ?? []) link('programme', c, `${at}.filter.programmes`);
    for (const c of p.filter?.districts ?? []) link('district', c, `${at}.filter.districts`);
  });
  unique(o.fairness ?? [], (f) => f.id, 'fairness', say);
  (o.fairness ?? []).forEach((f, i) => {
    const at = `fairness[${i}]`;
    if (f.fromYear > f.toYear) say('input.yearsTurned', `${at}.fromYear`, { from: f.fromYear, to: f.toYear });
    for (const id of f.occupations ?? []) link('occupation', id, `${at}.occupations`);
  });
  const pairs = new Set(o.pairs.map((p) => `${p.college}|${p.programme}`));
  unique(o.decisions ?? [], (d) => `${d.college} / ${d.programme} / ${d.year}`, 'decisions', say);
  (o.decisions ?? []).forEach((d, i) => {
    intake(d.year, `decisions[${i}].year`);
    if (!pairs.has(`${d.college}|${d.programme}`))
      say('input.unknown.pair', `decisions[${i}]`, { id: `${d.college} / ${d.programme}` });
  });
}

function ids(list: { id: string }[], path: string, say: Say): Set<string> {
  unique(list, (x) => x.id, path, say);
  return new Set(list.map((x) => x.id));
}

function unique<T>(list: T[], key: (item: T) => string, path: string, say: Say): void {
  const seen = new Set<string>();
  list.forEach((item, i) => {
    const k = key(item);
    if (seen.has(k)) say('input.twice', `${path}[${i}]`, { key: k });
    seen.add(k);
  });
}
