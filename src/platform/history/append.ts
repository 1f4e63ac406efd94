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

const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join(',')}}`;
};

/** JSON with the keys of every object in order of code units, so that the same values always give the same hash. */
export const canonical = (value: unknown): string => written(JSON.parse(JSON.stringify(value) ?? 'null'));

/** The hash that an entry keeps of values which may later be erased: SHA-256 of salt and canonical JSON. */
export const saltedHash = (salt: string, values: unknown) =>
  createHash('sha256').update(salt).update(canonical(values)).digest('hex');

/** Appends one entry in the caller's transaction and gives its id; before and after go to the erasable side table. */
export async function appendHistory(tx: Tx, entry: HistoryEntry): Promise<number> {
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
  const id = rows[0]?.id ?? 0;
  if (values)
    await sql`insert into platform.history_values (entry_id, salt, before, after)
      values (${id}, ${salt}, ${JSON.stringify(values.before)}::jsonb, ${JSON.stringify(values.after)}::jsonb)`.execute(
      tx,
    );
  return id;
}
