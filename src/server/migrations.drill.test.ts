/** Migrations have a real way back: down to nothing and up again, on an empty and on a filled database. */
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { inTransaction, type OpenDatabase, openDatabase, type Tx } from '../platform/database/index.ts';
import { migrateDown, migrateUp } from '../platform/database/migrate.ts';
import { uuidV7 } from '../platform/use-case/index.ts';
import { onServer } from '../testing/database.ts';
import { migrationFiles } from '../tree.gen.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { newDatabase } from './testing/prepare-region.ts';

const OURS = sql.raw(`not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')`);

/** All that migrations make: columns, constraints, indexes, views, functions, triggers, each as one line of text. */
async function shapeOf(db: Tx): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
      || ' ' || coalesce(column_default, '') as line
      from information_schema.columns where table_schema ${OURS}
    union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(c.oid)
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname ${OURS} and conrelid <> 0
    union all select 'index ' || indexdef from pg_indexes where schemaname ${OURS}
    union all select 'view ' || schemaname || '.' || viewname || ' ' || definition from pg_views where schemaname ${OURS}
    union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and n.nspname ${OURS}
    union all select 'function ' || pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname ${OURS} and p.prokind in ('f', 'p')
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}

async function rowsInAll(db: Tx): Promise<number> {
  const { rows } = await sql<{
    name: string;
  }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname ${OURS} and tablename <> 'migration'`.execute(db);
  const counts = rows.map(({ name }) => sql`select count(*)::int as n from ${sql.raw(name)}`);
  if (counts.length === 0) return 0;
  const all = await sql<{
    n: number;
  }>`select sum(n)::int as n from (${sql.join(counts, sql` union all `)}) x`.execute(db);
  return all.rows[0]?.n ?? 0;
}

let opened: OpenDatabase | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

const fill = (db: Tx) => inTransaction(db, (tx) => fillDemo(tx, () => uuidV7(), 'small'));

async function downAndUp(db: Tx, filled: boolean): Promise<void> {
  const names = await migrateUp(db, migrationFiles);
  expect(names).toHaveLength(migrationFiles.length);
  const shape = await shapeOf(db);
  expect(shape.length).toBeGreaterThan(500);
  if (filled) {
    await fill(db);
    expect(await rowsInAll(db)).toBeGreaterThan(5_000);
  }

  // the newest alone, as one goes back after a bad release
  expect(await migrateDown(db, migrationFiles, 1)).toEqual(names.slice(-1));
  expect(await migrateUp(db, migrationFiles)).toEqual(names.slice(-1));
  expect(await shapeOf(db)).toEqual(shape);

  expect(await migrateDown(db, migrationFiles, names.length)).toEqual(names.toReversed());
  const left = (await shapeOf(db)).filter(
    (line) => !/platform\.migration\b|index .*migration_pkey/.test(line),
  );
  expect(left).toEqual([]);

  expect(await migrateUp(db, migrationFiles)).toEqual(names);
  expect(await shapeOf(db)).toEqual(shape);
  if (filled) {
    await fill(db);
    expect(await rowsInAll(db)).toBeGreaterThan(5_000);
  }
}

const KINDS = [
  ['the embedded database', true, () => openDatabase({ dir: null })],
  ['PostgreSQL', onServer, async () => openDatabase({ url: await newDatabase(), poolSize: 2 })],
] as const;

describe.each(KINDS)('on %s', (_name, here, open) => {
  test.skipIf(!here).each([
    ['an empty', false],
    ['a filled', true],
  ] as const)('%s database goes down to nothing and up to the same shape', async (_which, filled) => {
    opened = await open();
    await downAndUp(opened.db, filled);
  });
});
