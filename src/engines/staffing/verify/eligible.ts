// The verifier's own reading of who may sit where: shares no code with the solver.
import type { Id, Role, StaffingExpert, StaffingSession } from '../types.ts';

export const has = (list: readonly Id[] | undefined, id: Id | undefined) =>
  id !== undefined && (list ?? []).some((one) => String(one) === String(id));

export const mayLead = (e: StaffingExpert, s: StaffingSession) =>
  e.chief === true && (e.leads === undefined || has(e.leads, s.competence));

/** Why the expert may not take the seat; null when nothing forbids it. */
export function forbidden(e: StaffingExpert, s: StaffingSession, role: Role): string | null {
  if (!has(e.competences, s.competence)) return 'competence';
  if (!has(e.days, s.day)) return 'day';
  if (has(s.conflictOrgs, e.org)) return 'conflictOrg';
  if (has(s.conflictExperts, e.id)) return 'conflictExpert';
  if (role === 'chief' && !mayLead(e, s)) return 'notChief';
  if (role === 'employer' && !e.employer) return 'notEmployer';
  return null;
}

export const need = (s: StaffingSession, role: Role): number =>
  role === 'chief' ? 1 : role === 'member' ? s.n - 1 : (s.employers ?? 0);

export function kilometres(e: StaffingExpert, s: StaffingSession): number {
  if (e.x === undefined || e.y === undefined || s.x === undefined || s.y === undefined) return 0;
  return Math.floor(Math.hypot(e.x - s.x, e.y - s.y) + 0.5);
}
