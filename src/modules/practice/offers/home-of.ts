import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';

/** Where the actor's organisation is: distances are counted from there unless another place is asked. */
export async function homeOf(tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.municipalityId) return actor.municipalityId;
  if (!actor.organisationId) return null;
  const { rows } = await sql<{ id: string | null }>`select municipality_id as id from registry.organisation_v
    where id = ${actor.organisationId}`.execute(tx);
  return rows[0]?.id ?? null;
}
