import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { type LinkRow, type LinkState, stateOf } from './link-row.ts';
import type { LinkPurpose } from './purpose.ts';

export interface SentLink {
  id: string;
  personId: string | null;
  contact: string;
  state: LinkState;
  issuedAt: string;
  expiresAt: string;
  spentAt: string | null;
}

/** What was sent about a subject and where each stands, newest first: for the page of whoever sent it. */
export async function listLinks(
  tx: Tx,
  { purpose, subject, now }: { purpose: LinkPurpose; subject: { kind: string; id: string }; now: string },
): Promise<SentLink[]> {
  const { rows } = await sql<LinkRow & { issued_at: string }>`
    select id, person_id, contact, issued_at, expires_at, spent_at, killed_at, wrong_tries from platform.link
    where purpose = ${purpose.purpose} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
    order by issued_at desc, id desc`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    contact: row.contact,
    state: stateOf(row, now),
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    spentAt: row.spent_at,
  }));
}
