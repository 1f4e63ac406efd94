import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { refuse } from '../use-case/index.ts';
import { PASSWORD } from './rules/password.ts';
import { forgetAllTries } from './wrong-passwords.ts';

export interface NewAccount {
  email: string;
  /** Left out: the person signs in through an outer provider, or sets a password by a link. */
  password?: string;
  personId: string | null;
  name: string;
  /** The address was proved, e.g. the invitation came by it; an outer provider is matched by proved ones only. */
  emailVerified?: boolean;
}

/**
 * Adds an account in the caller's transaction and gives its id. Refuses a weak password and an address or person
 * that has an account already. Hashing takes about a tenth of a second, outside of the event loop.
 */
export async function addAccount(tx: Tx, account: NewAccount): Promise<string> {
  const email = account.email.trim().toLowerCase();
  const fault = account.password === undefined ? null : PASSWORD.faultOf(account.password, email);
  if (fault) throw refuse(fault.key, fault.params, { fields: [{ path: 'password', ...fault }] });
  const id = randomUUID();
  const { rows } = await sql`insert into identity."user" (id, name, email, email_verified, person_id)
    values (${id}, ${account.name}, ${email}, ${account.emailVerified ?? false}, ${account.personId})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw refuse('identity:error.accountExists', { email }, { status: 409 });
  if (account.password !== undefined) await writePassword(tx, id, account.password);
  return id;
}

/** Sets a password (the rule is checked) and ends every session of the account. */
export async function setPassword(tx: Tx, userId: string, password: string): Promise<void> {
  const { rows } = await sql<{
    email: string;
  }>`select email from identity."user" where id = ${userId}`.execute(tx);
  const fault = PASSWORD.faultOf(password, rows[0]?.email ?? '');
  if (fault) throw refuse(fault.key, fault.params, { fields: [{ path: 'password', ...fault }] });
  await writePassword(tx, userId, password);
  await forgetAllTries(tx, rows[0]?.email ?? '');
  await revokeSessions(tx, userId);
}

async function writePassword(tx: Tx, userId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await sql`insert into identity.account (id, account_id, provider_id, user_id, password)
    values (${randomUUID()}, ${userId}, 'credential', ${userId}, ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(
    tx,
  );
}

/** Signs the account out everywhere, at once: sessions are read from the table on each request. */
export async function revokeSessions(tx: Tx, userId: string): Promise<number> {
  const { rows } = await sql`delete from identity.session where user_id = ${userId} returning id`.execute(tx);
  return rows.length;
}

/** Sets the role a session acts in. Whether the assignment is this person's is the caller's to check. */
export async function switchAssignment(tx: Tx, token: string, assignmentId: string | null): Promise<void> {
  await sql`update identity.session set assignment_id = ${assignmentId} where token = ${token}`.execute(tx);
}
