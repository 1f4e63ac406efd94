import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { inTransaction, type OpenDatabase, openDatabase, type Tx } from '../platform/database/index.ts';
import { type MigrationFile, migrateUp } from '../platform/database/migrate.ts';

const src = new URL('../', import.meta.url);
const cache = new URL('../../node_modules/.cache/rostok/', import.meta.url);

function templateFile(files: readonly MigrationFile[]): URL {
  const hash = createHash('sha256');
  for (const { file } of files) hash.update(file).update(readFileSync(new URL(file, src)));
  return new URL(`template-${hash.digest('hex').slice(0, 16)}.tgz`, cache);
}

/**
 * An embedded database with every migration applied, from a dump made once per set of migrations: in a folder that is
 * still empty, or in memory.
 */
export async function openEmbedded(
  files: readonly MigrationFile[],
  dir: string | null = null,
): Promise<OpenDatabase> {
  const path = templateFile(files);
  if (!existsSync(path)) {
    const fresh = await openDatabase({ dir: null });
    await migrateUp(fresh.db, files);
    mkdirSync(cache, { recursive: true });
    const draft = `${fileURLToPath(path)}.${process.pid}`;
    writeFileSync(draft, (await fresh.thread?.dump()) ?? '');
    renameSync(draft, path);
    if (dir === null) return fresh;
    await fresh.close();
  }
  return openDatabase({ dir, template: readFileSync(path) });
}

/** A database of the caller's own on the server named by TEST_DATABASE_URL: no two openings share one. */
async function openOnServer(url: string, files: readonly MigrationFile[]): Promise<OpenDatabase> {
  const name = `rostok_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const main = await openDatabase({ url, poolSize: 1 });
  await sql.raw(`create database ${name}`).execute(main.db);
  await main.close();
  const own = new URL(url);
  own.pathname = `/${name}`;
  const opened = await openDatabase({ url: own.href });
  await migrateUp(opened.db, files);
  return opened;
}

export const onServer = Boolean(process.env.TEST_DATABASE_URL);

/** Opens a migrated database of this worker's own, embedded or on the server of TEST_DATABASE_URL. */
export const openTestDatabase = (files: readonly MigrationFile[]): Promise<OpenDatabase> => {
  const url = process.env.TEST_DATABASE_URL;
  return url ? openOnServer(url, files) : openEmbedded(files);
};

/** Beyond this many bytes the tables are cut off whole: deleted rows would stay behind. */
const MUCH = 4_000_000;

const TABLES = `from pg_class t join pg_namespace s on s.oid = t.relnamespace
  where t.relkind = 'r' and s.nspname not in ('pg_catalog', 'pg_toast', 'information_schema', 'pgboss', 'public')
    and not (s.nspname = 'platform' and t.relname = 'migration')`;

/** The tables of the house, `schema.table`; only those that hold something, or held it since they were cut off. */
export const usedTables = async (db: Tx): Promise<{ name: string; bytes: number }[]> =>
  (
    await sql<{ name: string; bytes: number }>`
      select format('%I.%I', s.nspname, t.relname) as name, pg_relation_size(t.oid)::int as bytes
      ${sql.raw(TABLES)} and pg_relation_size(t.oid) > 0`.execute(db)
  ).rows;

/**
 * Empties every table of the house except the list of migrations. Cutting off two hundred tables takes a hundred times
 * as long as deleting the few rows that a test left in a dozen of them.
 */
export async function emptyTables({ db }: OpenDatabase): Promise<void> {
  const used = await usedTables(db);
  if (used.reduce((sum, { bytes }) => sum + bytes, 0) > MUCH) {
    await sql`do ${sql.raw(`$$ begin execute (
      select 'truncate ' || string_agg(format('%I.%I', s.nspname, t.relname), ', ') || ' restart identity cascade'
      ${TABLES}); end $$`)}`.execute(db);
    return;
  }
  await inTransaction(db, async (tx) => {
    // no border between tables and no guard of history is asked: everything goes
    await sql`set local session_replication_role = replica`.execute(tx);
    if (used.length > 0)
      await sql`do ${sql.raw(`$$ begin ${used.map(({ name }) => `delete from ${name};`).join(' ')} end $$`)}`.execute(
        tx,
      );
    await sql`select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      from pg_sequences where last_value is not null and schemaname not in ('pgboss', 'public')`.execute(tx);
  });
}

/** Takes away the rows of a table and of all that lean on it; the other tables stay as they are. */
export async function forgetRows(db: Tx, table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    with recursive leaning as (
      select ${table}::regclass::oid as id
      union select c.conrelid from pg_constraint c join leaning l on c.confrelid = l.id where c.contype = 'f')
    select format('%I.%I', s.nspname, t.relname) as name from leaning l join pg_class t on t.oid = l.id
    join pg_namespace s on s.oid = t.relnamespace where pg_relation_size(t.oid) > 0`.execute(db);
  await inTransaction(db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const { name } of rows) await sql`delete from ${sql.raw(name)}`.execute(tx);
  });
}
