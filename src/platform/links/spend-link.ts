import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { findLink, type LinkRow, type LinkState, MAX_WRONG_TRIES, stateOf } from './link-row.ts';
import { type LinkGives, purposeOf } from './purpose.ts';
import { codeHash, sameHash } from './token.ts';

export type Spent =
  | {
      spent: true;
      id: string;
      purpose: string;
      gives: LinkGives;
      subject: { kind: string; id: string };
      personId: string | null;
      contact: string;
    }
  | { spent: false; why: Exclude<LinkState, 'open'> | 'unknown' }
  | { spent: false; why: 'codeNeeded' | 'wrongCode'; triesLeft: number };

async function countWrongTry(tx: Tx, row: LinkRow): Promise<number> {
  const tries = Math.min(row.wrong_tries + 1, MAX_WRONG_TRIES);
  await sql`update platform.link set wrong_tries = ${tries} where id = ${row.id}`.execute(tx);
  return MAX_WRONG_TRIES - tries;
}

/**
 * Spends a link in the caller's transaction, once, whoever comes second. It never throws over a bad link: the
 * count of wrong tries has to be committed, so the caller returns the answer instead of refusing.
 */
export async function spendLink(
  tx: Tx,
  { token, code, now }: { token: string; code?: string | null; now: string },
): Promise<Spent> {
  const found = await findLink(tx, token, { lock: true });
  if (!found) return { spent: false, why: 'unknown' };
  const { row, secret } = found;
  const state = stateOf(row, now);
  if (secret === null) {
    if (state === 'open') await countWrongTry(tx, row);
    return { spent: false, why: 'unknown' };
  }
  if (state !== 'open') return { spent: false, why: state };
  if (row.code_hash !== null) {
    const given = (code ?? '').replace(/\D/g, '');
    if (given === '')
      return { spent: false, why: 'codeNeeded', triesLeft: MAX_WRONG_TRIES - row.wrong_tries };
    if (!sameHash(row.code_hash, codeHash(secret, given))) {
      const triesLeft = await countWrongTry(tx, row);
      return triesLeft > 0 ? { spent: false, why: 'wrongCode', triesLeft } : { spent: false, why: 'locked' };
    }
  }
  await sql`update platform.link set spent_at = ${now} where id = ${row.id}`.execute(tx);
  const { gives } = purposeOf(row.purpose);
  return {
    spent: true,
    id: row.id,
    purpose: row.purpose,
    gives,
    subject: { kind: row.subject_kind, id: row.subject_id },
    personId: row.person_id,
    contact: row.contact,
  };
}
