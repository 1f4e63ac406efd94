import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** The record a valid-looking token is about; the token's first half is the row's id in base64url. */
export async function subjectOf(tx: Tx, token: string, purpose: string): Promise<string | null> {
  if (!/^[\w-]{65}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const { rows } = await sql<{ subject: string }>`select subject_id as subject from platform.link
    where id = ${id} and purpose = ${purpose}`.execute(tx);
  return rows[0]?.subject ?? null;
}
