import { FitInputError, type FitIssue, MOST_ISSUES } from '../issue.ts';
import type {
  FitInstance,
  FitModule,
  FitOpening,
  FitOptions,
  FitPerson,
  FitSkill,
  Id,
  Terms,
} from '../types.ts';

export const OPTIONS: FitOptions = { k: 10, broader: 600, sibling: 200, essential: 2, by: 'sum' };

/** Signs by which nobody may be chosen: the input is refused, so that they cannot come in under any rule. */
const PROTECTED = new Set(
  'age birthdate birthday sex gender nationality ethnicity race religion health disability invalid ovz family marital children citizenship photo'.split(
    ' ',
  ),
);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Fields = Record<string, unknown>;

class Faults {
  readonly found: FitIssue[] = [];
  add(code: string, path: string, value?: unknown, params: FitIssue['params'] = {}): void {
    const shown = value === undefined ? params : { found: JSON.stringify(value).slice(0, 60), ...params };
    if (this.found.length < MOST_ISSUES) this.found.push({ code, path, params: shown });
  }
}

/**
 * Reads one instance (docs/formats/fit.md) out of parsed JSON. Members it does not know are ignored, those of
 * protected signs are refused.
 * @throws FitInputError with the faults of shape, of doubled and of unknown ids.
 */
export function readInstance(json: unknown): FitInstance {
  const f = new Faults();
  if (!isFields(json)) throw new FitInputError([{ code: 'notObject', params: {}, path: '$' }]);
  const skills = rows(
    f,
    json.skills ?? [],
    'skills',
    (it, at): FitSkill => ({
      id: id(f, it.id, `${at}.id`),
      broader: ids(f, it.broader ?? [], `${at}.broader`),
    }),
  );
  const people = rows(f, json.people, 'people', (it, at): FitPerson => {
    for (const name of Object.keys(it))
      if (PROTECTED.has(name.toLowerCase().replace(/[^a-z]/g, ''))) f.add('protected', `${at}.${name}`);
    return {
      id: id(f, it.id, `${at}.id`),
      has: ids(f, it.has, `${at}.has`),
      ...(it.programme == null ? {} : { programme: id(f, it.programme, `${at}.programme`) }),
      ...terms(f, it, at),
    };
  });
  const openings = rows(
    f,
    json.openings,
    'openings',
    (it, at): FitOpening => ({
      id: id(f, it.id, `${at}.id`),
      essential: ids(f, it.essential ?? [], `${at}.essential`),
      optional: ids(f, it.optional ?? [], `${at}.optional`),
      ...(it.employer == null ? {} : { employer: id(f, it.employer, `${at}.employer`) }),
      ...(it.programmes == null ? {} : { programmes: ids(f, it.programmes, `${at}.programmes`) }),
      ...terms(f, it, at),
    }),
  );
  const modules = rows(
    f,
    json.modules ?? [],
    'modules',
    (it, at): FitModule => ({
      id: id(f, it.id, `${at}.id`),
      gives: ids(f, it.gives, `${at}.gives`),
      hours: number(f, it.hours, `${at}.hours`, 0, 100_000),
    }),
  );
  for (const [name, list] of Object.entries({ skills, people, openings, modules })) twice(f, list, name);
  const known = new Set(skills.map((it) => String(it.id)));
  skills.forEach((it, k) => {
    it.broader.forEach((wide, n) => {
      if (!known.has(String(wide))) f.add('unknownSkill', `skills[${k}].broader[${n}]`, wide);
    });
  });
  const options = readOptions(f, json.options ?? {});
  const fairness = json.fairness == null ? undefined : readFairness(f, json.fairness);
  if (f.found.length > 0) throw new FitInputError(f.found);
  return { skills, people, openings, modules, options, ...(fairness ? { fairness } : {}) };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rows<T>(f: Faults, value: unknown, path: string, read: (it: Fields, at: string) => T): T[] {
  if (!Array.isArray(value)) {
    f.add(value == null ? 'missing' : 'notList', path);
    return [];
  }
  return value.flatMap((it, k) => {
    if (isFields(it)) return [read(it, `${path}[${k}]`)];
    f.add('notObject', `${path}[${k}]`, it ?? null);
    return [];
  });
}

function id(f: Faults, value: unknown, path: string): Id {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  f.add(value == null ? 'missing' : 'notId', path, value ?? null);
  return '';
}

function ids(f: Faults, value: unknown, path: string): Id[] {
  if (Array.isArray(value)) return value.map((it, k) => id(f, it, `${path}[${k}]`));
  f.add(value == null ? 'missing' : 'notList', path, value ?? null);
  return [];
}

function number(f: Faults, value: unknown, path: string, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  f.add(value == null ? 'missing' : 'notNumber', path, value ?? null, { least, most });
  return least;
}

const whole = (f: Faults, value: unknown, path: string, least: number, most: number): number => {
  const read = number(f, value, path, least, most);
  if (!Number.isInteger(read)) f.add('notWhole', path, value);
  return Math.trunc(read);
};

function terms(f: Faults, it: Fields, at: string): Terms {
  const out: Terms = {};
  for (const name of ['x', 'y', 'maxKm'] as const)
    if (it[name] != null) out[name] = number(f, it[name], `${at}.${name}`, name === 'maxKm' ? 0 : -1e6, 1e6);
  for (const name of ['from', 'to'] as const) {
    const day = it[name];
    if (day == null) continue;
    if (typeof day === 'string' && DAY.test(day)) out[name] = day;
    else f.add('notDay', `${at}.${name}`, day);
  }
  return out;
}

function readOptions(f: Faults, value: unknown): FitOptions {
  if (!isFields(value)) {
    f.add('notObject', 'options');
    return OPTIONS;
  }
  const part = (name: 'broader' | 'sibling') =>
    value[name] == null
      ? OPTIONS[name]
      : Math.round(1000 * number(f, value[name], `options.${name}`, 0, 0.999));
  const by = (value.by ?? OPTIONS.by) as FitOptions['by'];
  if (by !== 'sum' && by !== 'share') f.add('badOrder', 'options.by', value.by);
  return {
    k: value.k == null ? OPTIONS.k : whole(f, value.k, 'options.k', 1, 1000),
    broader: part('broader'),
    sibling: part('sibling'),
    essential:
      value.essential == null ? OPTIONS.essential : whole(f, value.essential, 'options.essential', 1, 10),
    by,
  };
}

function readFairness(f: Faults, value: unknown): NonNullable<FitInstance['fairness']> {
  if (!isFields(value)) {
    f.add('notObject', 'fairness');
    return { shown: 1 };
  }
  return {
    shown: whole(f, value.shown, 'fairness.shown', 1, 1_000_000),
    ...(value.perEmployer == null
      ? {}
      : { perEmployer: whole(f, value.perEmployer, 'fairness.perEmployer', 1, 1000) }),
  };
}

function twice(f: Faults, list: readonly { id: Id }[], name: string): void {
  const seen = new Set<string>();
  list.forEach((it, k) => {
    const key = String(it.id);
    if (key !== '' && seen.has(key)) f.add('twice', `${name}[${k}].id`, it.id);
    seen.add(key);
  });
}
