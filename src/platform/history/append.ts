import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Actor } from '../use-case/actor.ts';
import type { Subject } from './subject.ts';

export interface HistoryEntry {
  act: 'change' | 'read' | 'export' | 'act';
  useCase: string;
  actor: Actor;
  subject: Subject;
  before?: unknown;
  after?: unknown;
  at: string;
}

/** JSON with sorted keys, so that the same values always give the same hash. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null';

/** The hash that an entry keeps of values which may later be erased: SHA-256 of salt and canonical JSON. */
export const saltedHash = (salt: string, values: unknown) =>
  createHash('sha256').update(salt).update(canonical(values)).digest('hex');

/** Appends one entry in the caller's transaction; before and after go to the erasable side table. */
export async function appendHistory(tx: Tx, entry: HistoryEntry): Promise<void> {
  const { actor, subject } = entry;
  const values =
    entry.before === undefined && entry.after === undefined
      ? null
      : { before: entry.before ?? null, after: entry.after ?? null };
  const salt = randomBytes(16).toString('hex');
  const { rows } = await sql<{ id: number }>`
    insert into platform.history (at, act, use_case, actor_kind, person_id, role, organisation_id, on_behalf_of, ground,
      subject_kind, subject_id, subject_organisation_id, subject_person_id, values_hash)
    values (${entry.at}, ${entry.act}, ${entry.useCase}, ${actor.kind}, ${actor.personId}, ${actor.role},
      ${actor.organisationId}, ${actor.onBehalfOf?.organisationId ?? null}, ${actor.onBehalfOf?.reason ?? null},
      ${subject.kind}, ${subject.id}, ${subject.organisationId ?? null}, ${subject.personId ?? null},
      ${values ? saltedHash(salt, values) : null})
    returning id`.execute(tx);
  if (values)
    await sql`insert into platform.history_values (entry_id, salt, before, after)
      values (${rows[0]?.id}, ${salt}, ${JSON.stringify(values.before)}::jsonb, ${JSON.stringify(values.after)}::jsonb)`.execute(
      tx,
    );
}
