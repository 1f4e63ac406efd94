// Shares no code with the scheduler: everything is read from the instance and the plan again.

import type { ScheduleInstance, SchedulePlan, ScheduleSession, ScheduleSite } from '../schedule/types.ts';
import type { Id } from '../types.ts';
import type { Violation } from './verify-staffing.ts';

const key = (...ids: Id[]) => JSON.stringify(ids.map(String));
const has = (list: readonly Id[], id: Id) => list.some((one) => String(one) === String(id));

/** Checks a plan: windows, sites, rooms, experts of each day, the cost, and the bound by its prices. */
export function verifySchedule(instance: ScheduleInstance, answer: SchedulePlan): Violation[] {
  const out: Violation[] = [];
  const bad = (id: string, params: Violation['params']) => out.push({ id, params });
  const { calendar, weights } = instance;
  const position = new Map(calendar.map((d, k) => [String(d), k]));
  const sites = new Map(instance.sites.map((s) => [String(s.id), s]));
  const experts = expertTable(instance);
  const left = new Map(answer.plan.map((row) => [String(row.session), row]));
  const told = new Set(answer.unplaced.map((u) => String(u.session)));
  const rooms = new Map<string, number>();
  const needed = new Map<string, number>();
  let cost = 0;
  for (const s of instance.sessions) {
    const row = left.get(String(s.id));
    if (Boolean(row) === told.has(String(s.id))) bad('unplaced', { session: s.id });
    if (!row) {
      cost += weights.unplaced;
      continue;
    }
    const site = sites.get(String(row.site));
    const start = position.get(String(row.day)) ?? -1;
    if (!has(s.starts, row.day) || start < 0) bad('window', { session: s.id, day: row.day });
    if (!site || !suits(site, s)) {
      bad('site', { session: s.id, site: row.site });
      continue;
    }
    for (let k = start; k < start + (s.length ?? 1); k++) {
      const day = calendar[k];
      if (day === undefined || !has(site.days, day)) {
        bad('window', { session: s.id, day: row.day });
        break;
      }
      rooms.set(key(site.id, day), (rooms.get(key(site.id, day)) ?? 0) + 1);
      needed.set(key(s.competence, day), (needed.get(key(s.competence, day)) ?? 0) + s.n);
    }
    cost += optionCost(instance, s, site, start, position);
  }
  for (const site of instance.sites)
    for (const day of calendar) {
      const taken = rooms.get(key(site.id, day)) ?? 0;
      if (taken > (site.rooms ?? 1))
        bad('capacity', { site: site.id, day, taken, capacity: site.rooms ?? 1 });
    }
  for (const competence of new Set(instance.sessions.map((s) => String(s.competence))))
    for (const day of calendar) {
      const count = needed.get(key(competence, day)) ?? 0;
      const available = experts.get(key(competence, day)) ?? 0;
      if (count > available) bad('experts', { competence, day, needed: count, available });
    }
  const near = 1e-6 * Math.max(1, cost);
  if (Math.abs(cost - answer.cost) > near) bad('cost', { told: answer.cost, counted: cost });
  const bound = dual(instance, answer, position, experts);
  if (bound + near < answer.bound) bad('bound', { told: answer.bound, counted: bound });
  return out;
}

const suits = (site: ScheduleSite, s: ScheduleSession) =>
  site.stations >= s.group && has(site.competences, s.competence);

/** How many experts each competence has on each day. */
function expertTable(instance: ScheduleInstance): Map<string, number> {
  const table = new Map<string, number>();
  for (const e of instance.experts)
    for (const competence of new Set(e.competences.map(String)))
      for (const day of new Set(e.days.map(String)))
        table.set(key(competence, day), (table.get(key(competence, day)) ?? 0) + 1);
  for (const { competence, day, experts } of instance.fewer ?? [])
    table.set(key(competence, day), Math.max(0, (table.get(key(competence, day)) ?? 0) - experts));
  return table;
}

function optionCost(
  { weights }: ScheduleInstance,
  s: ScheduleSession,
  site: ScheduleSite,
  start: number,
  position: Map<string, number>,
): number {
  const earliest = Math.min(...s.starts.map((d) => position.get(String(d)) ?? Number.POSITIVE_INFINITY));
  const known = s.x !== undefined && s.y !== undefined && site.x !== undefined && site.y !== undefined;
  const km = known ? Math.floor(Math.hypot(s.x! - site.x!, s.y! - site.y!) + 0.5) : 0;
  return weights.km * km + weights.late * (start - earliest);
}

/** Weak duality: with any prices from 0, each session alone at its cheapest, less what the rooms and experts earn. */
function dual(
  instance: ScheduleInstance,
  answer: SchedulePlan,
  position: Map<string, number>,
  experts: Map<string, number>,
): number {
  const price = new Map<string, number>();
  let value = 0;
  const sites = new Map(instance.sites.map((s) => [String(s.id), s]));
  for (const [site, day, p] of answer.prices.sites) {
    price.set(key('site', site, day), Math.max(0, p));
    const known = sites.get(String(site));
    if (known && has(known.days, day)) value -= Math.max(0, p) * (known.rooms ?? 1);
  }
  for (const [competence, day, p] of answer.prices.competences) {
    price.set(key('competence', competence, day), Math.max(0, p));
    value -= Math.max(0, p) * (experts.get(key(competence, day)) ?? 0);
  }
  for (const s of instance.sessions) {
    let least = instance.weights.unplaced;
    for (const site of instance.sites) {
      if (!suits(site, s)) continue;
      for (const first of s.starts) {
        const start = position.get(String(first));
        if (start === undefined) continue;
        let whole = optionCost(instance, s, site, start, position);
        for (let k = start; k < start + (s.length ?? 1); k++) {
          const day = instance.calendar[k];
          if (day === undefined || !has(site.days, day) || (experts.get(key(s.competence, day)) ?? 0) < s.n)
            whole = Number.POSITIVE_INFINITY;
          else
            whole +=
              (price.get(key('site', site.id, day)) ?? 0) +
              s.n * (price.get(key('competence', s.competence, day)) ?? 0);
        }
        if (whole < least) least = whole;
      }
    }
    value += least;
  }
  return value;
}
