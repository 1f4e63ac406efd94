import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** The key that signs exported cards; undefined before the first card. */
export async function signingKey(tx: Tx): Promise<{ publicKey: string; privateKey: string } | undefined> {
  const { rows } = await sql<{
    publicKey: string;
    privateKey: string;
  }>`select public_key as "publicKey", private_key as "privateKey"
    from exams.signing_key order by since desc limit 1`.execute(tx);
  return rows[0];
}

/** Makes the region's key when the first cards are issued. */
export async function ensureSigningKey(tx: Tx, now: string, newId: () => string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('exams.signing_key'))`.execute(tx);
  if (await signingKey(tx)) return;
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await sql`insert into exams.signing_key (id, public_key, private_key, since)
    values (${newId()}, ${pair.publicKey}, ${pair.privateKey}, ${now})`.execute(tx);
}
