import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { endTies } from '../ties/tie.ts';

interface Ending {
  personId: string;
  role: string;
  organisationId: string;
  /** Only roles given on this ground: a room ends what it gave itself, not what somebody was appointed to. */
  ground: string;
  /** The first day without the role. */
  on: string;
}

/**
 * Ends a person's role in an organisation on a day, with the ties that stand on it; a role that was to begin later is
 * left empty. Returns how many ended: none is no fault, the role may have ended before.
 */
export async function endRole(
  tx: Tx,
  { personId, role, organisationId, ground, on }: Ending,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`update registry.assignment
    set valid = daterange(lower(valid), greatest(lower(valid), ${on}::date))
    where person_id = ${personId} and role = ${role} and organisation_id = ${organisationId} and ground = ${ground}
      and (upper_inf(valid) or upper(valid) > ${on}::date) returning id`.execute(tx);
  for (const { id } of rows) await endTies(tx, { kind: 'registry.assignment', id }, on);
  return rows.length;
}
