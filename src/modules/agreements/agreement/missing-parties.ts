import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type DocumentVersion, missingSignatures } from '../../../platform/signing/index.ts';

/**
 * The parties that have not signed this content yet. A signature stays with the record it was put down for; when that
 * was merged into the party's record since, it counts as the party's.
 */
export async function missingParties<P extends { organisationId: string }>(
  tx: Tx,
  document: DocumentVersion,
  parties: readonly P[],
): Promise<P[]> {
  const missing = await missingSignatures(tx, document, parties);
  if (missing.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    survivor_id: string;
  }>`select id, survivor_id from registry.survivor_v
    where kind = 'organisation' and id <> survivor_id
      and survivor_id in (${sql.join(missing.map(({ organisationId }) => organisationId))})`.execute(tx);
  const former = rows.map((row) => ({ organisationId: row.id, now: row.survivor_id }));
  const unsigned = await missingSignatures(tx, document, former);
  const signed = former.filter((one) => !unsigned.includes(one)).map(({ now }) => now);
  return missing.filter(({ organisationId }) => !signed.includes(organisationId));
}
