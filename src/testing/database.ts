import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { inTransaction, type OpenDatabase, openDatabase } from '../platform/database/index.ts';
import { type MigrationFile, migrateUp } from '../platform/database/migrate.ts';

const src = new URL('../', import.meta.url);
const cache = new URL('../../node_modules/.cache/rostok/', import.meta.url);

function templateFile(files: readonly MigrationFile[]): URL {
  const hash = createHash('sha256');
  for (const { file } of files) hash.update(file).update(readFileSync(new URL(file, src)));
  return new URL(`template-${hash.digest('hex').slice(0, 16)}.tgz`, cache);
}

/** An embedded database with every migration applied, from a dump made once per set of migrations. */
async function openEmbedded(files: readonly MigrationFile[]): Promise<OpenDatabase> {
  const path = templateFile(files);
  if (existsSync(path)) return openDatabase({ dir: null, template: readFileSync(path) });
  const fresh = await openDatabase({ dir: null });
  await migrateUp(fresh.db, files);
  if (fresh.thread) {
    mkdirSync(cache, { recursive: true });
    const draft = `${fileURLToPath(path)}.${process.pid}`;
    writeFileSync(draft, await fresh.thread.dump());
    renameSync(draft, path);
  }
  return fresh;
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

/** Beyond this many bytes in the tables that are not empty, they are cut off whole: deleted rows would stay behind. */
const MUCH = 4_000_000;

const tableNames = ({ db }: OpenDatabase) =>
  sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
      and not (schemaname = 'platform' and tablename = 'migration')`
    .execute(db)
    .then(({ rows }) => rows.map(({ name }) => name));

/**
 * Empties every table of the house except the list of migrations. Cutting off two hundred tables takes a hundred times
 * as long as deleting the few rows that a test left in a dozen of them.
 */
export async function emptyTables(opened: OpenDatabase): Promise<void> {
  const { db } = opened;
  const names = await tableNames(opened);
  if (names.length === 0) return;
  const { rows } = await sql<{ name: string; bytes: number }>`${sql.raw(
    names
      .map(
        (name) =>
          `select '${name}' as name, pg_table_size('${name}')::int as bytes where exists (select from ${name})`,
      )
      .join(' union all '),
  )}`.execute(db);
  if (rows.reduce((sum, { bytes }) => sum + bytes, 0) > MUCH) {
    await sql.raw(`truncate ${names.join(', ')} restart identity cascade`).execute(db);
    return;
  }
  await inTransaction(db, async (tx) => {
    // no border between tables and no guard of history is asked: everything goes
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const { name } of rows) await sql.raw(`delete from ${name}`).execute(tx);
    await sql`select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      from pg_sequences where last_value is not null and schemaname not in ('pgboss', 'public')`.execute(tx);
  });
}
