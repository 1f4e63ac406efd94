/** One data folder, one process: a second is refused by name; a lock left by a killed process is taken over. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidV7 } from '../platform/use-case/index.ts';
import { prepareRegion, SECRET } from './testing/prepare-region.ts';
import { type Spawned, spawnServer, untilReady } from './testing/spawn-server.ts';
import { send, signIn } from './testing/writers.ts';

const dir = mkdtempSync(join(tmpdir(), 'rostok-two-'));
const env = { ROSTOK_DATA: dir, ROSTOK_DEMO: '0', ROSTOK_SECRET: SECRET, LOG_LEVEL: 'silent' };
let first: Spawned;

beforeAll(async () => {
  await prepareRegion({ dir });
  first = await spawnServer(env);
  await untilReady(first);
});
afterAll(async () => {
  await first.kill();
  rmSync(dir, { recursive: true, force: true });
});

test('a second process on the folder is refused in Russian, naming the first, which goes on', async () => {
  const second = await spawnServer(env);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`номер ${first.child.pid}`);
  expect(second.said()).toContain(dir);
  expect(second.said()).not.toMatch(/\n\s+at /);
  const cookie = await signIn(first.origin);
  expect((await send(first.origin, cookie, { commandId: uuidV7(), name: 'Живой завод' })).status).toBe(200);
});

test('so is one that would not start for its settings, without a stack of frames', async () => {
  const wrong = await spawnServer({ ...env, ROSTOK_SECRET: 'short' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toMatch(/ROSTOK_SECRET/);
  expect(wrong.said()).not.toMatch(/\n\s+at /);
});

test('after kill -9 the next process takes the lock over; a clean stop leaves none', async () => {
  await first.kill();
  expect(readFileSync(join(dir, 'rostok.lock'), 'utf8')).toContain(String(first.child.pid));
  first = await spawnServer(env);
  await untilReady(first);
  expect(readFileSync(join(dir, 'rostok.lock'), 'utf8')).toContain(String(first.child.pid));
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(existsSync(join(dir, 'rostok.lock'))).toBe(false);
});
