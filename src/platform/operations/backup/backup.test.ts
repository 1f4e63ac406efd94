import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer, openTestDatabase } from '../../../testing/database.ts';
import { migrationFiles } from '../../../tree.gen.ts';
import { type OpenDatabase, openDatabase, type Tx } from '../../database/index.ts';
import { migrateUp } from '../../database/migrate.ts';
import { appendHistory } from '../../history/index.ts';
import { ownDatabase } from '../../jobs/fixtures/own-database.ts';
import { saveEvents } from '../../outbox/index.ts';
import { system, uuidV7 } from '../../use-case/index.ts';
import { verifyBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { planTables, readRows, readSequences } from './tables.ts';
import { writeBackup } from './write-backup.ts';

const wide = { room: 'test', file: 'platform/operations/backup/fixtures/20991231000000_wide.sql' };
const other = { ...wide, file: 'platform/operations/backup/fixtures/other/20991231000000_wide.sql' };
// tables of the platform are enough here; every room's comes back in server/backup.test.ts
const rooms = migrationFiles.filter(({ file }) => file.startsWith('platform/'));
const migrations = [...rooms, wide];
const now = new Date('2026-11-23T09:00:00Z');

let folder: string;
let source: OpenDatabase;
let origin: Record<string, string[]>;
const opened: OpenDatabase[] = [];
let made = 0;

/** A new, wholly empty database: embedded in memory, or on the server. */
async function emptyDatabase(server: boolean): Promise<OpenDatabase> {
  const database = server
    ? await openDatabase({ url: await ownDatabase(`rostok_restore_${process.pid}_${made++}`), poolSize: 4 })
    : await openDatabase({ dir: null });
  opened.push(database);
  return database;
}

async function fill(db: Tx): Promise<void> {
  await sql`insert into wide.every_type (number, whole, half, double, words, "Odd name", loose, bytes, json, raw, day,
      moment, span, days, list, grid, colour) values
    (12345678901234.000001, 9007199254740993, 0.1, 0.1, E'строка\n"кавычки"\\ и \t', 'ё', 'ЛОСЬ', '\\x00ff', 'null',
      '{"a":  1.0}', '2026-02-28', '2026-11-23 12:00:00.123456+03', '1 mon 2 days 03:04:05.6', '[2026-01-01,2026-02-01)',
      '{"a,b",NULL,""}', '{{1,2},{3,4}}', 'green'),
    (null, null, 'NaN', '-Infinity', null, '', null, null, null, null, 'infinity', '-infinity', null, 'empty', '{}', null,
      null)`.execute(db);
  await sql`insert into wide.every_type (whole) select n from generate_series(1, 2500) n`.execute(db);
  await sql`delete from wide.every_type where whole = 2500`.execute(db);
  await sql`insert into wide.node (code, parent) values ('я', null), ('ё', 'я'), ('a', 'ё')`.execute(db);
  await sql`update wide.node set parent = 'a' where code = 'я'`.execute(db);
  await sql`insert into wide.pair values ('p', 'я')`.execute(db);
  await sql`update wide.node set pair = 'p' where code = 'a'`.execute(db);
  await sql`insert into wide.keyless values (2, 'b'), (1, 'a'), (1, 'a'), (null, null)`.execute(db);
  await sql`insert into wide.account select n, 1000 from generate_series(1, 50) n`.execute(db);
  await appendHistory(db, {
    act: 'change',
    useCase: 'test.fill',
    actor: system('test'),
    subject: { kind: 'test.thing', id: '1' },
    before: null,
    after: { name: 'Анна' },
    at: now.toISOString(),
  });
  await saveEvents(db, [{ name: 'test.filled', payload: { id: 1 } }], now.toISOString(), () => uuidV7());
}

/** Every table's lines, by name. */
async function contents(db: Tx): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const plan of await planTables(db))
    all[plan.name] = await db.transaction().execute(async (one) => {
      await sql`set local timezone = 'UTC'`.execute(one);
      const lines: string[] = [];
      for await (const batch of readRows(one, plan)) lines.push(...batch);
      return lines;
    });
  return all;
}

const backup = (
  file: string,
  database: OpenDatabase = source,
  filesDir: string | null = join(folder, 'files'),
) => writeBackup({ database, file: join(folder, file), filesDir, product: '0.1.0', now });
const restore = (file: string, database: OpenDatabase, files = migrations) =>
  restoreBackup({
    database,
    file: join(folder, file),
    filesDir: join(folder, 'restored'),
    migrations: files,
  });
const tablesOf = async (database: OpenDatabase) => (await planTables(database.db)).length;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostok-backup-'));
  source = onServer ? await emptyDatabase(true) : await openTestDatabase(rooms);
  if (!onServer) opened.push(source);
  await migrateUp(source.db, migrations);
  await fill(source.db);
  mkdirSync(join(folder, 'files/ab'), { recursive: true });
  writeFileSync(join(folder, 'files/ab/abcdef'), Buffer.from([0, 1, 2, 255]));
  writeFileSync(join(folder, 'files/ab/half.part'), 'not yet whole');
  await backup('region.backup');
  origin = await contents(source.db);
});
afterAll(async () => {
  for (const database of opened) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Compares everything in a restored database with its origin. */
async function isTheSame(target: OpenDatabase): Promise<void> {
  expect(await contents(target.db)).toEqual(origin);
  expect(await readSequences(target.db)).toEqual(await readSequences(source.db));
  expect(readFileSync(join(folder, 'restored/ab/abcdef'))).toEqual(Buffer.from([0, 1, 2, 255]));

  const { rows } = await sql<{ id: number; twice: number }>`insert into wide.every_type (whole) values (21)
    returning id, twice`.execute(target.db);
  expect(rows).toEqual([{ id: 2503, twice: 42 }]);
  await expect(
    sql`insert into wide.node (code, parent) values ('x', 'nobody')`.execute(target.db),
  ).rejects.toThrow(/foreign key/);
  await expect(sql`insert into wide.node (code) values ('guarded')`.execute(target.db)).rejects.toThrow(
    /only grows/,
  );
  const json = await sql<{
    json: string;
  }>`select json::text as json from wide.every_type where id = 1`.execute(target.db);
  expect(json.rows).toEqual([{ json: 'null' }]);
}

describe('a backup', () => {
  it('counts everything and leaves out what is not the region’s', async () => {
    const manifest = await verifyBackup(join(folder, 'region.backup'));
    const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
    expect(rows).toMatchObject({ 'wide.every_type': 2501, 'wide.node': 3, 'platform.history': 1 });
    expect(Object.keys(rows).some((name) => /^(pgboss|public)\.|platform\.migration/.test(name))).toBe(false);
    expect(manifest.files.map((file) => file.path)).toEqual(['ab/abcdef']);
    expect(manifest.migrations).toContain('20991231000000_wide');
  });

  it.skipIf(!onServer)(
    'of an embedded region comes back into PostgreSQL (needs TEST_DATABASE_URL)',
    { timeout: 120_000 },
    async () => {
      const embedded = await emptyDatabase(false);
      await restore('region.backup', embedded);
      await backup('embedded.backup', embedded);
      const server = await emptyDatabase(true);
      await restore('embedded.backup', server);
      expect(await contents(server.db)).toEqual(await contents(embedded.db));
    },
  );

  it.skipIf(!onServer)(
    'is one snapshot while others write (needs TEST_DATABASE_URL)',
    { timeout: 120_000 },
    async () => {
      let moving = true;
      let moves = 0;
      const mover = (async () => {
        while (moving) {
          const [from, to] = [1 + (moves % 50), 1 + ((moves * 7 + 3) % 50)];
          await source.db.transaction().execute(async (tx) => {
            await sql`update wide.account set kopecks = kopecks - 1 where id = ${from}`.execute(tx);
            await sql`update wide.account set kopecks = kopecks + 1 where id = ${to}`.execute(tx);
            await sql`insert into wide.keyless values (${moves}, 'move')`.execute(tx);
          });
          moves++;
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = moves;
      await backup('load.backup');
      const during = moves - before;
      moving = false;
      await mover;
      const target = await emptyDatabase(false);
      await restore('load.backup', target);
      const { rows } = await sql<{ sum: number }>`select sum(kopecks) as sum from wide.account`.execute(
        target.db,
      );
      expect(during).toBeGreaterThan(0);
      expect(rows).toEqual([{ sum: 50_000 }]);
    },
  );

  it('never takes the place of an existing file', async () => {
    await expect(backup('region.backup')).rejects.toMatchObject({ key: 'operations:backup.fileExists' });
  });
});

describe('a restore', () => {
  // one empty database for all: every refusal must leave it as empty as it was
  let target: OpenDatabase;
  beforeAll(async () => {
    target = await emptyDatabase(onServer);
  });

  it('refuses a file cut off anywhere, or changed in one byte, before it touches anything', async () => {
    const whole = readFileSync(join(folder, 'region.backup'));
    const bad = join(folder, 'bad.backup');
    const places = Array.from({ length: 12 }, (_, i) => Math.floor((whole.length * (i + 0.5)) / 12));
    for (const place of [0, 1, 10, ...places, whole.length - 9, whole.length - 1]) {
      writeFileSync(bad, whole.subarray(0, place));
      await expect(verifyBackup(bad), `cut at ${place}`).rejects.toMatchObject({
        key: 'operations:backup.damaged',
      });
    }
    // the gzip header (10 bytes) holds a time and a system, which say nothing
    for (const place of places) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      writeFileSync(bad, changed);
      await expect(verifyBackup(bad), `changed at ${place}`).rejects.toMatchObject({
        key: expect.stringMatching(/^operations:backup\.damaged/),
      });
    }
    await expect(restore('bad.backup', target)).rejects.toMatchObject({ status: 422 });
    expect(await tablesOf(target)).toBe(0);
    writeFileSync(join(folder, 'text.backup'), 'это не копия');
    await expect(restore('text.backup', target)).rejects.toMatchObject({ key: 'operations:backup.damaged' });
    await expect(restore('none.backup', target)).rejects.toMatchObject({ key: 'operations:backup.noFile' });
  });

  it('refuses a database with anything in it, and a backup of a later version', async () => {
    await expect(restore('region.backup', source)).rejects.toMatchObject({
      key: 'operations:backup.notEmpty',
    });
    await expect(restore('region.backup', target, rooms)).rejects.toMatchObject({
      key: 'operations:backup.newerProduct',
    });
    expect(await tablesOf(target)).toBe(0);
  });

  it('that fails in the middle leaves the database empty', async () => {
    await expect(restore('region.backup', target, [...rooms, other])).rejects.toMatchObject({
      key: 'operations:backup.otherShape',
      params: { part: 'wide.account' },
    });
    expect(await tablesOf(target)).toBe(0);
  });

  it('brings back every value, every border, every sequence and every file', async () => {
    await restore('region.backup', target);
    await isTheSame(target);
  });
});
