import { sql } from 'kysely';

/** A stored entry in the columns that are sealed, `at` as UTC text with microseconds. */
export interface SealedColumns {
  id: number;
  at: string;
  act: string;
  use_case: string;
  actor_kind: string;
  person_id: string | null;
  role: string;
  organisation_id: string | null;
  on_behalf_of: string | null;
  ground: string | null;
  subject_kind: string;
  subject_id: string;
  subject_organisation_id: string | null;
  subject_person_id: string | null;
  values_hash: string | null;
}

export const SEALED_COLUMNS = sql`id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, act,
  use_case, actor_kind, person_id, role, organisation_id, on_behalf_of, ground, subject_kind, subject_id,
  subject_organisation_id, subject_person_id, values_hash`;

/** What is hashed of an entry: a JSON list of its columns in the fixed order of docs/formats/history-chain.md. */
export const entryText = (entry: SealedColumns): string =>
  JSON.stringify([
    entry.id,
    entry.at,
    entry.act,
    entry.use_case,
    entry.actor_kind,
    entry.person_id,
    entry.role,
    entry.organisation_id,
    entry.on_behalf_of,
    entry.ground,
    entry.subject_kind,
    entry.subject_id,
    entry.subject_organisation_id,
    entry.subject_person_id,
    entry.values_hash,
  ]);
