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
export const appendHistory = async (tx: Tx, entry: HistoryEntry): Promise<number> => appendPiece(tx, [entry]);

/** Entries of one statement. */
const PIECE = 1000;

/** Appends entries in their order, a statement for many of them: one change of a whole region leaves thousands. */
export async function appendEntries(tx: Tx, entries: readonly HistoryEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += PIECE) await appendPiece(tx, entries.slice(at, at + PIECE));
}

function columnsOf({ at, act, useCase, actor, subject, before, after }: HistoryEntry) {
  const values =
    before === undefined && after === undefined ? null : { before: before ?? null, after: after ?? null };
  const salt = randomBytes(16).toString('hex');
  return {
    at,
    act,
    use_case: useCase,
    actor_kind: actor.kind,
    person_id: actor.personId,
    role: actor.role,
    organisation_id: actor.organisationId,
    on_behalf_of: actor.onBehalfOf?.organisationId ?? null,
    ground: actor.onBehalfOf?.reason ?? null,
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_organisation_id: subject.organisationId ?? null,
    subject_person_id: subject.personId ?? null,
    ...(values && {
      values_hash: saltedHash(salt, values),
      salt,
      // as texts: a null inside JSON would become none at all
      before: JSON.stringify(values.before),
      after: JSON.stringify(values.after),
    }),
  };
}

/** Gives the last id. Values find their entry by the hash, which the salt makes its own. */
async function appendPiece(tx: Tx, entries: readonly HistoryEntry[]): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with given as materialized (select x.* from jsonb_to_recordset(${JSON.stringify(entries.map(columnsOf))}::jsonb)
        as x (at timestamptz, act text, use_case text, actor_kind text, person_id uuid, role text, organisation_id uuid,
          on_behalf_of uuid, ground text, subject_kind text, subject_id text, subject_organisation_id uuid,
          subject_person_id uuid, values_hash text, salt text, before text, after text)),
    written as (insert into platform.history (at, act, use_case, actor_kind, person_id, role, organisation_id,
        on_behalf_of, ground, subject_kind, subject_id, subject_organisation_id, subject_person_id, values_hash)
      select at, act, use_case, actor_kind, person_id, role, organisation_id, on_behalf_of, ground, subject_kind,
        subject_id, subject_organisation_id, subject_person_id, values_hash from given returning id, values_hash),
    kept as (insert into platform.history_values (entry_id, salt, before, after)
      select w.id, g.salt, g.before::jsonb, g.after::jsonb from written w join given g on g.values_hash = w.values_hash)
    select max(id) as id from written`.execute(tx);
  return rows[0]?.id ?? 0;
}
