// Shares no code with the solver: everything is read from the instance and the answer again.
import type { Id, Proof, StaffingExpert, StaffingInstance, StaffingResult } from '../types.ts';
import { forbidden, has, kilometres, mayLead, need } from './eligible.ts';
import { checkCertificates } from './verify-certificates.ts';

export interface Violation {
  /** Message `verify.<id>` of the catalogue. */
  id: string;
  params: Record<string, string | number>;
}

const NEAR = 1e-6;
const close = (a: number, b: number) => Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(a), Math.abs(b));

/** Checks an answer against its instance: every rule, the cost, the bound by its proof, each Hall certificate. */
export function verifyStaffing(
  instance: StaffingInstance,
  answer: Pick<StaffingResult, 'assignment' | 'cost' | 'bound' | 'unfilled'> & Partial<StaffingResult>,
): Violation[] {
  const out: Violation[] = [];
  const bad = (id: string, params: Violation['params']) => out.push({ id, params });
  const experts = new Map(instance.experts.map((e) => [String(e.id), e]));
  const sessions = new Map(instance.sessions.map((s) => [String(s.id), s]));
  const w = instance.weights;
  const load = new Map<string, number>();
  const busy = new Set<string>();
  const orgs = new Set<string>();
  const filled = new Map<string, number>();
  const scoreOf = new Map(
    (instance.scores ?? []).map((s) => [JSON.stringify([String(s.expert), String(s.session)]), s.score]),
  );
  const sums = new Map(instance.sessions.map((s) => [String(s.id), 0]));
  let cost = 0;
  let km = 0;
  for (const seat of answer.assignment) {
    const at = { session: seat.session, expert: seat.expert };
    const e = experts.get(String(seat.expert));
    const s = sessions.get(String(seat.session));
    if (!e || !s) {
      bad('unknown', at);
      continue;
    }
    const why = forbidden(e, s, seat.role);
    if (why) bad(why, at);
    const day = JSON.stringify([String(e.id), String(s.day)]);
    if (busy.has(day)) bad('twiceADay', { expert: e.id, day: s.day });
    busy.add(day);
    if (s.onePerOrg && e.org !== undefined) {
      const key = JSON.stringify([String(s.id), String(e.org)]);
      if (orgs.has(key)) bad('oneOrganisation', { session: s.id, org: e.org });
      orgs.add(key);
    }
    const k = (load.get(String(e.id)) ?? 0) + 1;
    load.set(String(e.id), k);
    if (k === e.maxLoad + 1) bad('overload', { expert: e.id, most: e.maxLoad });
    km += kilometres(e, s);
    cost += w.load * k * k + w.km * kilometres(e, s);
    const key = JSON.stringify([String(s.id), seat.role]);
    filled.set(key, (filled.get(key) ?? 0) + 1);
    const pair = JSON.stringify([String(e.id), String(s.id)]);
    sums.set(String(s.id), sums.get(String(s.id))! + (scoreOf.get(pair) ?? 0));
  }
  const told = new Map<string, number>();
  for (const u of answer.unfilled) {
    const key = JSON.stringify([String(u.session), u.role]);
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  checkCertificates(instance, answer, filled, bad);
  const price = {
    chief: w.unfilledChief,
    member: w.unfilledMember,
    employer: w.unfilledEmployer ?? w.unfilledMember,
  };
  for (const s of instance.sessions)
    for (const role of ['chief', 'member', 'employer'] as const) {
      const key = JSON.stringify([String(s.id), role]);
      const missing = need(s, role) - (filled.get(key) ?? 0);
      if (missing < 0) bad('tooMany', { session: s.id, role });
      if (missing !== (told.get(key) ?? 0)) bad('unfilledCount', { session: s.id, role, missing });
      cost += Math.max(0, missing) * price[role];
    }
  if (!(Math.abs(cost - answer.cost) <= 1e-12 * Math.max(1, cost)))
    bad('cost', { told: answer.cost, counted: cost });
  if (answer.rule !== undefined && answer.rule !== instance.rule) bad('rule', { told: String(answer.rule) });
  if (answer.km !== undefined && answer.km !== km) bad('km', { told: answer.km, counted: km });
  if (answer.loads !== undefined) checkLoads(instance, answer.loads, load, bad);
  if (instance.rule === 'max-min-score') {
    const all = [...sums.values()];
    const minimum = all.length === 0 ? 0 : Math.min(...all);
    const total = all.reduce((a, b) => a + b, 0);
    const told = answer.score ?? { minimum: Number.NaN, total: Number.NaN, totalBound: Number.NaN };
    if (!close(told.minimum, minimum)) bad('minimum', { told: told.minimum, counted: minimum });
    if (!close(told.total, total)) bad('total', { told: told.total, counted: total });
    if (!(told.totalBound >= total - NEAR)) bad('total', { told: told.totalBound, counted: total });
    if (!(answer.bound >= minimum - NEAR)) bad('bound', { told: answer.bound, counted: minimum });
    checkGap(answer.bound - minimum);
  } else {
    // costs are never below zero: that bound needs no proof
    const bound = answer.proof ? proved(instance, answer.proof, []) : 0;
    if (bound === null) bad('proofHalves', {});
    else if (!(bound >= answer.bound || close(bound, answer.bound)))
      bad(answer.proof ? 'bound' : 'noProof', { told: answer.bound, counted: bound });
    checkGap(cost - answer.bound);
  }
  return out;

  function checkGap(counted: number): void {
    const { gap } = answer;
    if (gap !== undefined && !(Math.abs(gap - counted) <= 1e-9 * Math.max(1, cost)))
      bad('gap', { told: gap, counted });
  }
}

type Bad = (id: string, params: Violation['params']) => void;

/** How many experts have 0, 1, 2 … sessions. */
function checkLoads(
  instance: StaffingInstance,
  told: readonly number[],
  load: ReadonlyMap<string, number>,
  bad: Bad,
): void {
  const counted: number[] = [];
  for (const e of instance.experts) {
    const k = load.get(String(e.id)) ?? 0;
    counted[k] = (counted[k] ?? 0) + 1;
  }
  const dense = Array.from(counted, (one) => one ?? 0);
  if (JSON.stringify(told) !== JSON.stringify(dense))
    bad('loads', { told: told.join(' '), counted: dense.join(' ') });
}

/** What the proof proves: the least over its halves. Null when two halves let something through. */
function proved(instance: StaffingInstance, proof: Proof, closed: [Id, Id[]][]): number | null {
  if ('prices' in proof) return dual(instance, proof.prices, closed);
  const session = instance.sessions.find((s) => String(s.id) === String(proof.session));
  const [a, b] = proof.without;
  if (!session?.onePerOrg || !a || !b) return null;
  // two people of one organisation at most one of whom may sit: nobody may stand on both sides
  if (a.experts.some((id) => has(b.experts, id))) return null;
  const own = (id: Id) =>
    String(instance.experts.find((e) => String(e.id) === String(id))?.org) === String(proof.org);
  if (![...a.experts, ...b.experts].every(own)) return null;
  const left = proved(instance, a.proof, [...closed, [proof.session, a.experts]]);
  const right = proved(instance, b.proof, [...closed, [proof.session, b.experts]]);
  return left === null || right === null ? null : Math.min(left, right);
}

/** Weak duality: whatever the prices, no staffing costs less than this. */
function dual(
  instance: StaffingInstance,
  prices: { experts: [Id, number][]; days: [Id, Id, number][] },
  closed: [Id, Id[]][],
): number {
  const w = instance.weights;
  const own = new Map(prices.experts.map(([id, price]) => [String(id), Math.max(0, price)]));
  const day = new Map<string, number>();
  let value = 0;
  for (const [id, d, price] of prices.days) {
    day.set(JSON.stringify([String(id), String(d)]), Math.max(0, price));
    value -= Math.max(0, price);
  }
  for (const e of instance.experts) {
    const v = own.get(String(e.id)) ?? w.load;
    for (let k = 1; k <= e.maxLoad && w.load * k * k < v; k++) value -= v - w.load * k * k;
  }
  const byCompetence = new Map<string, StaffingExpert[]>();
  for (const e of instance.experts)
    for (const c of new Set(e.competences.map(String))) {
      const list = byCompetence.get(c);
      if (list) list.push(e);
      else byCompetence.set(c, [e]);
    }
  const shut = new Map<string, Set<string>>();
  for (const [session, ids] of closed)
    shut.set(String(session), new Set([...(shut.get(String(session)) ?? []), ...ids.map(String)]));
  const penalty = {
    chief: w.unfilledChief,
    member: w.unfilledMember,
    employer: w.unfilledEmployer ?? w.unfilledMember,
  };
  for (const s of instance.sessions) {
    const least = { ...penalty };
    for (const e of byCompetence.get(String(s.competence)) ?? []) {
      if (e.maxLoad === 0 || shut.get(String(s.id))?.has(String(e.id)) || forbidden(e, s, 'member')) continue;
      const price =
        w.km * kilometres(e, s) +
        (own.get(String(e.id)) ?? w.load) +
        (day.get(JSON.stringify([String(e.id), String(s.day)])) ?? 0);
      least.member = Math.min(least.member, price);
      if (mayLead(e, s)) least.chief = Math.min(least.chief, price);
      if (e.employer) least.employer = Math.min(least.employer, price);
    }
    for (const role of ['chief', 'member', 'employer'] as const) value += need(s, role) * least[role];
  }
  return value;
}
