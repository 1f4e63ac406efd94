import { sql } from 'kysely';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { insertAssignment } from '../../registry/index.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'today' | 'newId' | 'actor'>;

/** Whoever enters the base of experts signs in as an expert, of no organisation; one who does so already is left alone. */
export async function giveExpertRole(
  { tx, today, newId, actor }: Args,
  personId: string,
  ground: 'specialists.expert' | 'specialists.import' | 'specialists.application',
): Promise<void> {
  const held = await sql`select 1 from registry.assignment_v where person_id = ${personId} and role = 'expert'
    and valid @> ${today}::date`.execute(tx);
  if (held.rows.length > 0) return;
  await insertAssignment(tx, {
    personId,
    role: 'expert',
    organisationId: null,
    from: today,
    to: null,
    newId,
    appointedBy: actor.personId,
    ground,
  });
}
