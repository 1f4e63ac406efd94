import { sql } from 'kysely';
import { inTransaction, type Tx } from '../platform/database/index.ts';
import { fillDemo } from '../server/demo/fill-demo.ts';
import { usedTables } from './database.ts';
import { freshWorld, type TestWorld } from './world.ts';

/** Where the rows of a table wait between the files of a worker: in the one schema that is no room's. */
const keptAs = (name: string) => `public."kept ${name.replaceAll('"', '')}"`;

interface Kept {
  tables: { name: string; columns: string }[];
  sequences: { name: string; at: number }[];
}

// with the database of the worker it outlives the test files
const kept = globalThis as { rostokKeptDemo?: Promise<Kept> };

/** Columns that may be written: what the database computes by itself it computes again. */
const columnsOf = async (db: Tx, name: string) =>
  (
    await sql<{ columns: string }>`
      select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
      db,
    )
  ).rows[0]?.columns ?? '';

/** Puts the region that was just filled aside: row by row, as the database holds it. */
async function keepDemo(db: Tx, personId: string | null): Promise<Kept> {
  const tables: Kept['tables'] = [];
  for (const { name } of await usedTables(db)) tables.push({ name, columns: await columnsOf(db, name) });
  for (const { name, columns } of tables)
    await sql.raw(`create table ${keptAs(name)} as select ${columns} from ${name}`).execute(db);
  // the world that comes next has its own
  await sql`delete from ${sql.raw(keptAs('registry.person'))} where id = ${personId}`.execute(db);
  const { rows: sequences } = await sql<{ name: string; at: number }>`
    select format('%I.%I', schemaname, sequencename) as name, last_value as at from pg_sequences
    where last_value is not null and schemaname not in ('pgboss', 'public')`.execute(db);
  return { tables, sequences };
}

async function restoreDemo(tx: Tx, { tables, sequences }: Kept): Promise<void> {
  // the rows passed every check when they were first written
  await sql`set local session_replication_role = replica`.execute(tx);
  for (const { name, columns } of tables)
    await sql
      .raw(`insert into ${name} (${columns}) overriding system value select ${columns} from ${keptAs(name)}`)
      .execute(tx);
  for (const { name, at } of sequences) await sql`select setval(${name}::regclass, ${at})`.execute(tx);
}

/**
 * A world filled with the small demo region, for tests that need a region's worth of data. Filled once in each
 * worker; later worlds get the same rows back, with the same ids, in a thirtieth of the time.
 */
export async function demoWorld(): Promise<TestWorld> {
  const world = await freshWorld();
  if (kept.rostokKeptDemo) {
    const demo = await kept.rostokKeptDemo;
    await inTransaction(world.db, (tx) => restoreDemo(tx, demo));
    return world;
  }
  await inTransaction(world.db, (tx) => fillDemo(tx, world.newId, 'small'));
  kept.rostokKeptDemo = keepDemo(world.db, world.as('admin').personId);
  await kept.rostokKeptDemo;
  return world;
}
