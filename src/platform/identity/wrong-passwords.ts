import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { inTransaction, type Tx } from '../database/index.ts';

const WINDOW_MINUTES = 15;
/** From one address; a stranger elsewhere therefore cannot lock the owner out with a handful of tries. */
const MAX_PER_ADDRESS = 10;
const MAX_IN_ALL = 50;

export interface Attempt {
  email: string;
  address: string;
  now: Date;
}

const hashOf = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

/**
 * Books one try before the password is looked at, so that parallel tries cannot slip past the count. Gives the
 * moment until which this account is locked for this address (the try is then not booked), or the try's id.
 */
export async function bookTry(db: Tx, attempt: Attempt): Promise<{ id: number } | { lockedUntil: string }> {
  const { address, now } = attempt;
  const hash = hashOf(attempt.email);
  return inTransaction(db, async (tx) => {
    // tries of one account are booked one after another, else each would miss those still being written
    await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`.execute(tx);
    const { rows } = await sql<{ at: string; mine: boolean }>`
      select at, ip_address = ${address} as mine from identity.wrong_password
      where email_hash = ${hash} and at > ${before(now, WINDOW_MINUTES)}
      order by at desc, id desc limit ${MAX_IN_ALL}`.execute(tx);
    const mine = rows.filter((row) => row.mine);
    const limiting = mine[MAX_PER_ADDRESS - 1] ?? rows[MAX_IN_ALL - 1];
    if (limiting)
      return { lockedUntil: new Date(Date.parse(limiting.at) + WINDOW_MINUTES * 60_000).toISOString() };
    const booked = await sql<{ id: number }>`insert into identity.wrong_password (email_hash, ip_address, at)
      values (${hash}, ${address}, ${now.toISOString()}) returning id`.execute(tx);
    return { id: booked.rows[0]?.id ?? 0 };
  });
}

/** A right password forgets the tries of this address. */
export async function forgetTries(db: Tx, { email, address }: Attempt): Promise<void> {
  await sql`delete from identity.wrong_password
    where email_hash = ${hashOf(email)} and ip_address = ${address}`.execute(db);
}

/** A new password opens the account again from everywhere. */
export async function forgetAllTries(db: Tx, email: string): Promise<void> {
  await sql`delete from identity.wrong_password where email_hash = ${hashOf(email)}`.execute(db);
}

/** Takes back a try that told nothing about the password (too many requests, a fault of the server). */
export async function dropTry(db: Tx, id: number): Promise<void> {
  await sql`delete from identity.wrong_password where id = ${id}`.execute(db);
}

/** Tries older than a day are of no use. */
export async function purgeTries(db: Tx, now: Date): Promise<void> {
  await sql`delete from identity.wrong_password where at < ${before(now, 24 * 60)}`.execute(db);
}
