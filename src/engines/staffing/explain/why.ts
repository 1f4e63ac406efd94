import type { Id, Seating, Sentence, StaffingInstance } from '../types.ts';
import { substitutes } from './substitutes.ts';

const same = (a: Id | undefined, b: Id | undefined) =>
  a !== undefined && b !== undefined && String(a) === String(b);
const has = (list: readonly Id[] | undefined, id: Id | undefined) =>
  (list ?? []).some((one) => same(one, id));

/**
 * Why this expert sits, or does not sit, in this session: everything that forbids it, or else what it would cost to
 * put the expert there in the best seat to change, everybody else staying.
 */
export function why(
  instance: StaffingInstance,
  assignment: readonly Seating[],
  expert: Id,
  session: Id,
): Sentence[] {
  const e = instance.experts.find((one) => same(one.id, expert));
  const s = instance.sessions.find((one) => same(one.id, session));
  if (!e || !s) return [];
  const say = (id: string, params: Sentence['params'] = {}): Sentence => ({
    id: `why.${id}`,
    params: { expert, session, ...params },
  });
  if (assignment.some((a) => same(a.expert, expert) && same(a.session, session))) return [say('sits')];
  const out: Sentence[] = [];
  if (!has(e.competences, s.competence)) out.push(say('competence', { competence: s.competence }));
  if (!has(e.days, s.day)) out.push(say('day', { day: s.day }));
  if (has(s.conflictOrgs, e.org)) out.push(say('conflictOrg', { org: e.org! }));
  if (has(s.conflictExperts, e.id)) out.push(say('conflictExpert'));
  const own = assignment.filter((a) => same(a.expert, expert));
  const other = own.find((a) => same(instance.sessions.find((one) => same(one.id, a.session))?.day, s.day));
  if (other) out.push(say('busy', { day: s.day, other: other.session }));
  if (own.length >= e.maxLoad) out.push(say('load', { load: own.length }));
  if (out.length > 0) return out;
  const seats = assignment.filter((a) => same(a.session, session));
  const prices = substitutes(instance, seats.length === 0 ? [] : assignment, instance.experts.length)
    .filter((seat) => same(seat.session, session))
    .flatMap((seat) => seat.substitutes.filter((one) => same(one.expert, expert)).map((one) => one.price));
  if (prices.length > 0) {
    const price = Math.min(...prices);
    return [price > 0 ? say('dearer', { price }) : say('equal')];
  }
  if (s.onePerOrg && e.org !== undefined) return [say('organisation', { org: e.org })];
  const mayLead = e.chief && (!e.leads || e.leads.some((one) => same(one, s.competence)));
  return [say(mayLead ? 'notEmployer' : 'notChief')];
}
