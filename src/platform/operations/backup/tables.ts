import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';

/** One table as it is written to a backup: every column as the database's own text, which loses nothing. */
export interface TablePlan {
  /** `schema.table`, quoted where needed. */
  name: string;
  columns: { name: string; type: string }[];
  /** Expressions that put the rows into one order on any database. */
  order: string[];
}

export interface SequenceState {
  name: string;
  value: number;
  called: boolean;
}

/** Everything of ours, not what is kept beside it: the queue refills itself, extensions live in public. */
const OURS = sql<boolean>`n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'pgboss')
  and n.nspname not like 'pg\\_%'`;

/**
 * The region's tables in order of name. Left out: the list of migrations (a restore runs them itself), generated
 * columns, and transaction numbers (xid8), which mean nothing in another cluster.
 */
export async function planTables(db: Tx): Promise<TablePlan[]> {
  const { rows } = await sql<TablePlan>`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
          order by a.attnum), '[]')
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) as columns,
      (select coalesce(json_agg(case when a.attcollation <> 0 then format('%I collate "C"', a.attname)
          else format('%I', a.attname) end order by k.place), '[]')
        from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as "order"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OURS} and (n.nspname, c.relname) <> ('platform', 'migration')
    order by n.nspname collate "C", c.relname collate "C"`.execute(db);
  return rows;
}

/** Where every sequence of ours stands. */
export async function readSequences(db: Tx): Promise<SequenceState[]> {
  const { rows } = await sql<{ name: string }>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${OURS}
    order by n.nspname collate "C", c.relname collate "C"`.execute(db);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await sql<{ value: number; called: boolean }>`
      select last_value as value, is_called as called from ${sql.raw(name)}`.execute(db);
    if (state.rows[0]) states.push({ name, ...state.rows[0] });
  }
  return states;
}

/** Texts of moments, numbers and intervals must not depend on how a session happens to be set. */
export async function plainTexts(one: Tx): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(one);
  await sql`set local datestyle = 'ISO, YMD'`.execute(one);
  await sql`set local intervalstyle = 'iso_8601'`.execute(one);
  await sql`set local extra_float_digits = 3`.execute(one);
  await sql`set local bytea_output = 'hex'`.execute(one);
}

const BATCH = 1000;

/** The rows of a table in their order, as lines of JSON arrays of texts, in batches. Inside a transaction only. */
export async function* readRows(one: Tx, { name, columns, order }: TablePlan): AsyncGenerator<string[]> {
  const texts = columns.map((column) => sql`${sql.ref(column.name)}::text`);
  const line = sql`json_build_array(${sql.join(texts)})::text`;
  // without a key the lines themselves give the order
  const by = order.length > 0 ? sql.raw(order.join(', ')) : sql`${line} collate "C"`;
  await sql`declare backup_rows no scroll cursor for
    select ${line} as line from ${sql.raw(name)} order by ${by}`.execute(one);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(BATCH))} from backup_rows`.execute(
      one,
    );
    if (rows.length === 0) break;
    yield rows.map((row) => row.line);
  }
  await sql`close backup_rows`.execute(one);
}
