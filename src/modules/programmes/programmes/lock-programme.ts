import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type Scope, within } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';

/** Locks a programme this person may change. */
export async function lockProgramme(tx: Tx, programmeId: string, scope: Scope, actor: Actor) {
  const { rows } = await sql<{ organisationId: string; code: string; closedOn: string | null }>`
    select p.organisation_id as "organisationId", p.code, p.closed_on as "closedOn" from programmes.programme p
    where p.id = ${programmeId} and ${within(scope, actor, { organisation: 'p.organisation_id' })} for update`.execute(
    tx,
  );
  return found(rows[0]);
}
