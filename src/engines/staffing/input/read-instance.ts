import { StaffingInputError } from '../issue.ts';
import type {
  Id,
  Rule,
  StaffingExpert,
  StaffingInstance,
  StaffingScore,
  StaffingSession,
  StaffingWeights,
} from '../types.ts';
import { isFields, Reader } from './reader.ts';

const RULES: readonly Rule[] = ['cost', 'max-min-score'];
/** Half the circumference of the Earth in metres: positions may be given in metres too. */
const FAR = 20_000_000;
const DEAR = 1e12;
const BEST_SCORE = 1e9;
/** Seats of one kind in a session: each empty one has a row of the answer. */
const MOST_SEATS = 10_000;
const NO_WEIGHTS: StaffingWeights = { unfilledMember: 0, unfilledChief: 0, load: 0, km: 0 };

/**
 * Reads one instance (docs/formats/staffing.md) out of parsed JSON. Members it does not know are ignored.
 * @throws StaffingInputError with the faults of shape, of doubled ids and of unknown ids in `scores`.
 */
export function readInstance(json: unknown): StaffingInstance {
  const r = new Reader();
  if (!isFields(json)) throw new StaffingInputError([{ code: 'notObject', params: {}, path: '$' }]);
  const experts = r.list(json.experts, 'experts', (v, at) => expert(r, v, at));
  const sessions = r.list(json.sessions, 'sessions', (v, at) => session(r, v, at));
  const rule = (json.rule ?? 'cost') as Rule;
  if (!RULES.includes(rule)) r.fault('badRule', 'rule', { found: JSON.stringify(json.rule).slice(0, 60) });
  const scores = json.scores == null ? undefined : r.list(json.scores, 'scores', (v, at) => score(r, v, at));
  if (rule === 'max-min-score' && !scores) r.fault('missing', 'scores');
  // panels judged by fitness need no prices
  const weights =
    json.weights == null && rule === 'max-min-score' ? NO_WEIGHTS : readWeights(r, json.weights);
  twice(r, experts, 'experts');
  twice(r, sessions, 'sessions');
  if (scores) knownPairs(r, scores, experts, sessions);
  if (r.issues.length > 0) throw new StaffingInputError(r.issues);
  return { experts, sessions, weights, rule, ...(scores ? { scores } : {}) };
}

function expert(r: Reader, value: unknown, at: string): StaffingExpert {
  const f = r.fields(value, at);
  if (!f) return { id: '', competences: [], days: [], maxLoad: 0 };
  return {
    id: r.id(f.id, `${at}.id`),
    ...(f.org == null ? {} : { org: r.id(f.org, `${at}.org`) }),
    competences: r.ids(f.competences, `${at}.competences`),
    chief: r.flag(f.chief, `${at}.chief`),
    ...(f.leads == null ? {} : { leads: r.ids(f.leads, `${at}.leads`) }),
    employer: r.flag(f.employer, `${at}.employer`),
    days: r.ids(f.days, `${at}.days`),
    maxLoad: r.count(f.maxLoad, `${at}.maxLoad`),
    ...position(r, f, at),
  };
}

function session(r: Reader, value: unknown, at: string): StaffingSession {
  const f = r.fields(value, at);
  if (!f) return { id: '', competence: '', day: '', n: 1 };
  return {
    id: r.id(f.id, `${at}.id`),
    competence: r.id(f.competence, `${at}.competence`),
    day: r.id(f.day, `${at}.day`),
    n: r.count(f.n, `${at}.n`, 1, MOST_SEATS),
    ...(f.employers == null ? {} : { employers: r.count(f.employers, `${at}.employers`, 0, MOST_SEATS) }),
    ...(f.conflictOrgs == null ? {} : { conflictOrgs: r.ids(f.conflictOrgs, `${at}.conflictOrgs`) }),
    ...(f.conflictExperts == null
      ? {}
      : { conflictExperts: r.ids(f.conflictExperts, `${at}.conflictExperts`) }),
    onePerOrg: r.flag(f.onePerOrg, `${at}.onePerOrg`),
    ...position(r, f, at),
  };
}

function position(r: Reader, f: Record<string, unknown>, at: string): { x?: number; y?: number } {
  if (f.x == null && f.y == null) return {};
  return { x: r.number(f.x, `${at}.x`, -FAR, FAR), y: r.number(f.y, `${at}.y`, -FAR, FAR) };
}

function readWeights(r: Reader, value: unknown): StaffingWeights {
  if (value == null) r.fault('missing', 'weights');
  const f = value == null ? null : r.fields(value, 'weights');
  if (!f) return NO_WEIGHTS;
  const weight = (key: keyof StaffingWeights) => r.number(f[key], `weights.${key}`, 0, DEAR);
  return {
    unfilledMember: weight('unfilledMember'),
    unfilledChief: weight('unfilledChief'),
    ...(f.unfilledEmployer == null ? {} : { unfilledEmployer: weight('unfilledEmployer') }),
    load: weight('load'),
    km: weight('km'),
  };
}

function score(r: Reader, value: unknown, at: string): StaffingScore {
  const f = r.fields(value, at);
  if (!f) return { expert: '', session: '', score: 0 };
  return {
    expert: r.id(f.expert, `${at}.expert`),
    session: r.id(f.session, `${at}.session`),
    score: r.number(f.score, `${at}.score`, 0, BEST_SCORE),
  };
}

function twice(r: Reader, rows: { id: Id }[], path: string): void {
  const seen = new Set<string>();
  rows.forEach((row, k) => {
    const id = String(row.id);
    if (seen.has(id)) r.fault('twice', `${path}[${k}].id`, { id });
    seen.add(id);
  });
}

function knownPairs(
  r: Reader,
  scores: StaffingScore[],
  experts: StaffingExpert[],
  sessions: StaffingSession[],
): void {
  const known = [
    new Set(experts.map((e) => String(e.id))),
    new Set(sessions.map((s) => String(s.id))),
  ] as const;
  const seen = new Set<string>();
  scores.forEach((s, k) => {
    if (!known[0].has(String(s.expert))) r.fault('unknownExpert', `scores[${k}].expert`, { id: s.expert });
    if (!known[1].has(String(s.session)))
      r.fault('unknownSession', `scores[${k}].session`, { id: s.session });
    const pair = JSON.stringify([String(s.expert), String(s.session)]);
    if (seen.has(pair)) r.fault('twicePair', `scores[${k}]`, { expert: s.expert, session: s.session });
    seen.add(pair);
  });
}
