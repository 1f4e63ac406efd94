import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import type { Scope } from '../../rights/index.ts';
import { KEY_SHAPE, keyHashOf } from './service-key.ts';

export interface ServiceAccount {
  id: string;
  title: string;
  organisationId: string | null;
  municipalityId: string | null;
  /** Permission → scope; all that calls with this key may do. */
  rights: Record<string, Scope>;
}

/**
 * The account of a key (`Authorization: Bearer rostok_…`), or null when there is none, it is revoked or expired.
 * One indexed SELECT; the moment of use is noted once an hour.
 */
export async function findServiceAccount(db: Tx, key: string, now: Date): Promise<ServiceAccount | null> {
  if (!KEY_SHAPE.test(key)) return null;
  const moment = now.toISOString();
  const { rows } = await sql<ServiceAccount & { stale: boolean }>`
    select id, title, organisation_id as "organisationId", municipality_id as "municipalityId", rights,
      coalesce(last_used_at < ${moment}::timestamptz - interval '1 hour', true) as stale
    from identity.service_account
    where key_hash = ${keyHashOf(key)} and revoked_at is null and expires_at > ${moment}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { stale, ...account } = row;
  if (stale)
    await sql`update identity.service_account set last_used_at = ${moment} where id = ${account.id}`.execute(
      db,
    );
  return account;
}
