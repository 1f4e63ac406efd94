import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../platform/database/index.ts';
import { askRunning, leaveDoor, newToken, restoreBackup } from '../platform/operations/backup/index.ts';
import { Refusal } from '../platform/use-case/index.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { migrationFiles } from '../tree.gen.ts';
import { openApp, type TestApp } from './testing/open-app.ts';

let world: TestWorld;
let at: TestApp;
let dir = '';
const token = newToken();
/** The writer ends by itself when the copy never comes. */
const MOST = 2000;
let closeDoor = () => {};

const keyOf = async (work: Promise<unknown>) => {
  const error = await work.catch((fault: unknown) => fault);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).key;
};
const left = () => readdirSync(dir).filter((name) => name.startsWith('.backup-') || name.endsWith('.part'));

beforeAll(async () => {
  world = await freshWorld();
  dir = mkdtempSync(join(tmpdir(), 'rostok-door-'));
  at = await openApp(world, { BACKUP_TOKEN: token, ROSTOK_DATA: dir });
  const address = await at.app.listen({ port: 0, host: '127.0.0.1' });
  closeDoor = leaveDoor(dir, { address, token });
});
afterAll(async () => {
  await at?.app.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a running region gives a whole copy of one moment while others write', async () => {
  const office = world.as('min_edu_specialist');
  let stop = false;
  let written = 0;
  const writing = (async () => {
    while (!stop && written < MOST) {
      const plant = { kind: 'enterprise', fullName: `Завод ${written}`, shortName: `Завод ${written}` };
      await world.call('registry.saveOrganisation', plant, office);
      written += 1;
    }
  })();
  const file = join(dir, 'region.backup');
  await expect.poll(() => written).toBeGreaterThan(3);
  const manifest = await askRunning({ dir, file }, 1).finally(() => {
    stop = true;
  });
  const during = written;
  await writing;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(left()).toEqual([]);

  const restored = await openDatabase({ dir: null });
  try {
    await restoreBackup({ database: restored, file, filesDir: null, migrations: migrationFiles });
    const { rows } = await sql<{ organisations: number; entries: number; names: number }>`
      select (select count(*)::int from registry.organisation) as organisations,
        (select count(*)::int from registry.organisation_name) as names,
        (select count(*)::int from platform.history where use_case = 'registry.saveOrganisation') as entries`.execute(
      restored.db,
    );
    const [counted] = rows;
    // each write is three rows in three tables: a copy of two moments would hold unlike numbers of them
    expect(counted).toEqual({
      organisations: counted?.entries,
      names: counted?.entries,
      entries: counted?.entries,
    });
    expect(counted?.entries).toBeGreaterThan(3);
    expect(counted?.entries).toBeLessThanOrEqual(during);
    expect(manifest.missing).toEqual([]);
  } finally {
    await restored.close();
  }
});

test('nobody without the token of the data folder is answered, and no file is overwritten', async () => {
  for (const authorization of ['', 'Bearer ', `Bearer ${newToken()}`])
    expect(await at.post('/api/operations/backup', {}, { headers: { authorization } })).toMatchObject({
      status: 404,
    });
  const file = join(dir, 'kept.backup');
  writeFileSync(file, 'earlier');
  expect(await keyOf(askRunning({ dir, file }, 1))).toBe('operations:backup.fileExists');
  expect(left()).toEqual([]);
});

test('a region without its door says what to do', async () => {
  closeDoor();
  const file = join(dir, 'other.backup');
  expect(await keyOf(askRunning({ dir, file }, 77))).toBe('operations:backup.noDoor');
  leaveDoor(dir, { address: 'http://127.0.0.1:9', token });
  expect(await keyOf(askRunning({ dir, file }, 77))).toBe('operations:backup.noDoor');
  expect(existsSync(file)).toBe(false);
});
