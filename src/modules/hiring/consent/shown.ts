import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { demand, judge } from '../../../platform/rules/index.ts';
import { type Actor, refuse } from '../../../platform/use-case/index.ts';
import { shownRule } from '../rules/hiring-rules.ts';

export type Ground = 'placement' | 'consent' | 'pool';

/**
 * Rows `shown` (person_id, student_id, ground): whom the actor's organisation may see today, one row a person, a
 * placement before a consent. Every reading for an employer stands on it, so a withdrawn consent is gone at once.
 * An organisation whose authority was not checked sees nobody.
 */
export const shownTo = (actor: Pick<Actor, 'organisationId' | 'verified'>) => sql`(
  select distinct on (v.person_id) v.person_id, v.student_id, v.ground from hiring.shown_v v
  where v.organisation_id = ${actor.organisationId} and ${actor.verified}::boolean
  order by v.person_id, array_position(array['placement', 'consent', 'pool'], v.ground)) shown`;

/** The employer of a command: an own, checked organisation. */
export function ownEmployer(actor: Pick<Actor, 'organisationId' | 'verified'>): string {
  if (!actor.organisationId) throw refuse('hiring:error.noOrganisation', {}, { status: 403 });
  if (!actor.verified) throw refuse('hiring:error.notVerified', {}, { status: 403 });
  return actor.organisationId;
}

/** X-05 for one person, by the day of the question. @throws Refusal when nothing lets the employer see the person. */
export async function demandShown(
  tx: Tx,
  {
    actor,
    studentId,
    today,
  }: { actor: Pick<Actor, 'organisationId' | 'verified'>; studentId: string; today: string },
): Promise<{ personId: string; ground: Ground }> {
  const { rows } = await sql<{ personId: string; ground: Ground }>`select person_id as "personId", ground
    from ${shownTo(actor)} where student_id = ${studentId}`.execute(tx);
  const found = rows[0];
  demand(shownRule, judge(shownRule, { ground: found?.ground ?? null }, {}, today));
  return found as { personId: string; ground: Ground };
}
