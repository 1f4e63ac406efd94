import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

/** The agreement on simple e-signature that holds for an organisation on a day; what `signDocument` asks for. */
export async function simpleSignatureAgreementOn(
  tx: Tx,
  party: { organisationId: string } | { personId: string },
  day: string,
): Promise<string | null> {
  if (!('organisationId' in party)) return null;
  const { rows } = await sql<{ id: string }>`select a.id from agreements.agreement a
    join agreements.party p on p.agreement_id = a.id
    where p.organisation_id = ${party.organisationId} and a.kind = 'simple_signature'
      and a.state in ('in_force', 'changing') and a.valid @> ${day}::date order by a.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
