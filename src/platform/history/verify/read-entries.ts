import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import type { StoredSeal } from './prove.ts';

/** An entry as it stands in the database now, with what is left of its values. */
export interface StoredEntry {
  id: number;
  at: string;
  /** The sealed columns in the order of the format, as one JSON list made by the database itself. */
  list: unknown[];
  values_hash: string | null;
  salt: string | null;
  before: unknown;
  after: unknown;
  erased: boolean;
}

const utc = sql`to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const select = sql`select h.id, h.at, jsonb_build_array(h.id, ${utc}, h.act, h.use_case, h.actor_kind, h.person_id,
    h.role, h.organisation_id, h.on_behalf_of, h.ground, h.subject_kind, h.subject_id, h.subject_organisation_id,
    h.subject_person_id, h.values_hash) as list,
  h.values_hash, v.salt, v.before, v.after, (e.entry_id is not null and a.use_case = 'history.eraseValues') as erased
  from platform.history h
  left join platform.history_values v on v.entry_id = h.id
  left join platform.history_erasure e on e.entry_id = h.id
  left join platform.history a on a.id = e.act_id`;

/** The entries that carry a seal's number, by id. */
export const entriesOfSeal = async (db: Tx, seal: number): Promise<StoredEntry[]> =>
  (await sql<StoredEntry>`${select} where h.seal = ${seal} order by h.id`.execute(db)).rows;

/** A page of the entries that wait for their seal. */
export const unsealedEntries = async (db: Tx, after: number, limit: number): Promise<StoredEntry[]> =>
  (
    await sql<StoredEntry>`${select} where h.seal is null and h.id > ${after} order by h.id limit ${limit}`.execute(
      db,
    )
  ).rows;

/** A page of seals in order of number; the list of leaves as hexadecimal text. */
export const sealsAfter = async (db: Tx, number: number, limit: number): Promise<StoredSeal[]> =>
  (
    await sql<StoredSeal>`select number, at, entries, root, previous_head, head, encode(leaves, 'hex') as leaves
      from platform.history_seal where number > ${number} order by number limit ${limit}`.execute(db)
  ).rows;

/** Entries that name a seal which is not there. */
export const entriesOfMissingSeals = async (db: Tx): Promise<{ id: number; seal: number }[]> =>
  (
    await sql<{ id: number; seal: number }>`select h.id, h.seal from platform.history h
      left join platform.history_seal s on s.number = h.seal
      where h.seal is not null and s.number is null order by h.id limit 1000`.execute(db)
  ).rows;
