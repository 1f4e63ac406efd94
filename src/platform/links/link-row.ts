import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { readToken, sameHash, secretHash } from './token.ts';

export const MAX_WRONG_TRIES = 10;

export type LinkState = 'open' | 'spent' | 'killed' | 'expired' | 'locked';

export interface LinkRow {
  id: string;
  purpose: string;
  subject_kind: string;
  subject_id: string;
  person_id: string | null;
  contact: string;
  title_params: Record<string, string>;
  secret_hash: string;
  code_hash: string | null;
  expires_at: string;
  wrong_tries: number;
  spent_at: string | null;
  killed_at: string | null;
}

type Stated = Pick<LinkRow, 'spent_at' | 'killed_at' | 'wrong_tries' | 'expires_at'>;

/** Where a link stands at a moment; what happened to it first is said first. */
export function stateOf(row: Stated, now: string): LinkState {
  if (row.spent_at) return 'spent';
  if (row.killed_at) return 'killed';
  if (row.wrong_tries >= MAX_WRONG_TRIES) return 'locked';
  return Date.parse(row.expires_at) <= Date.parse(now) ? 'expired' : 'open';
}

export type Found = { row: LinkRow; secret: string } | { row: LinkRow; secret: null } | null;

/** The row a token names; `secret` is null when its secret half is wrong. With `lock` nobody else spends it now. */
export async function findLink(tx: Tx, token: string, { lock }: { lock: boolean }): Promise<Found> {
  const read = readToken(token);
  if (!read) return null;
  const { rows } = await sql<LinkRow>`
    select id, purpose, subject_kind, subject_id, person_id, contact, title_params, secret_hash, code_hash,
      expires_at, wrong_tries, spent_at, killed_at
    from platform.link where id = ${read.id} ${lock ? sql`for update` : sql``}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  return sameHash(row.secret_hash, secretHash(read.secret))
    ? { row, secret: read.secret }
    : { row, secret: null };
}
