import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { idsOf } from './subject-alias.ts';

export interface SubjectEntry {
  id: number;
  at: string;
  act: string;
  useCase: string;
  personId: string | null;
  role: string;
  before: unknown;
  after: unknown;
  erased: boolean;
  seal: number | null;
}

/** All entries about `KIND:ID`, or about anything with that id when no kind is given, oldest first; those of records merged into it, too. */
export async function subjectEntries(db: Tx, subject: string): Promise<SubjectEntry[]> {
  const colon = subject.indexOf(':');
  const wanted =
    colon > 0
      ? sql`h.subject_kind = ${subject.slice(0, colon)} and h.subject_id in ${idsOf(subject.slice(0, colon), subject.slice(colon + 1))}`
      : sql`h.subject_id in ${idsOf(null, subject)}`;
  const { rows } = await sql<SubjectEntry>`select h.id, h.at, h.act, h.use_case as "useCase",
      h.person_id as "personId", h.role, v.before, v.after,
      h.values_hash is not null and v.entry_id is null as erased, h.seal
    from platform.history h left join platform.history_values v on v.entry_id = h.id
    where ${wanted} order by h.id`.execute(db);
  return rows;
}
