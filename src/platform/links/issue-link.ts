import { randomBytes, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { LinkPurpose } from './purpose.ts';
import { codeHash, secretHash, writeToken } from './token.ts';

export interface NewLink {
  purpose: LinkPurpose;
  subject: { kind: string; id: string };
  personId?: string | null;
  /** Where it goes: an address, a telephone, or «на руки». */
  contact: string;
  /** Fill the purpose's title. Shown to whoever holds the link: no names, no results. */
  titleParams?: Record<string, string>;
  expiresAt: string;
  /**
   * Pages about minors and results: a code of six digits, to be told by another channel than the link, or digits
   * that the addressee knows already (a birthday).
   */
  secondFactor?: boolean | { digits: string };
  issuedBy?: string | null;
  now: string;
  newId(): string;
}

export interface IssuedLink {
  id: string;
  /** The fragment of the address. It is kept nowhere: send it now. */
  token: string;
  code: string | null;
}

/**
 * Issues a one-time link in the caller's transaction. An earlier unspent link of the same purpose and subject to
 * the same addressee dies. The token and the code are given once; the table has their hashes.
 */
export async function issueLink(tx: Tx, link: NewLink): Promise<IssuedLink> {
  const { purpose, subject, contact, now, expiresAt } = link;
  const personId = link.personId ?? null;
  const id = link.newId();
  const secret = randomBytes(32).toString('base64url');
  const known = typeof link.secondFactor === 'object' ? link.secondFactor.digits.replace(/\D/g, '') : null;
  if (known !== null && known.length < 6) throw new Error('Known digits of a link are six at least');
  const code = link.secondFactor === true ? String(randomInt(1_000_000)).padStart(6, '0') : null;
  const factor = known ?? code;
  await sql`update platform.link set killed_at = ${now}
    where purpose = ${purpose.purpose} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
      and coalesce(person_id::text, contact) = ${personId ?? contact}
      and spent_at is null and killed_at is null`.execute(tx);
  await sql`insert into platform.link (id, purpose, subject_kind, subject_id, person_id, contact, title_params,
      secret_hash, code_hash, issued_by, issued_at, expires_at)
    values (${id}, ${purpose.purpose}, ${subject.kind}, ${subject.id}, ${personId}, ${contact},
      ${JSON.stringify(link.titleParams ?? {})}::jsonb, ${secretHash(secret)},
      ${factor ? codeHash(secret, factor) : null}, ${link.issuedBy ?? null}, ${now}, ${expiresAt})`.execute(
    tx,
  );
  return { id, token: writeToken({ id, secret }), code };
}

/** The address to send or to print as a QR code. What follows `#` is never sent to a server by a browser. */
export const linkAddress = (origin: string, token: string) => `${origin}/l#${token}`;

/** Withdraws all unspent links of a purpose to a subject, e.g. when the agreement was cancelled. */
export async function killLinks(
  tx: Tx,
  { purpose, subject, now }: Pick<NewLink, 'purpose' | 'subject' | 'now'>,
): Promise<number> {
  const { rows } = await sql`update platform.link set killed_at = ${now}
    where purpose = ${purpose.purpose} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
      and spent_at is null and killed_at is null returning id`.execute(tx);
  return rows.length;
}
