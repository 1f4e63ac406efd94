/** A calculation whose server is killed half way is taken up by the next server and ends as if nothing had been. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../platform/database/index.ts';
import { type Spawned, spawnServer, untilReady } from './testing/spawn-server.ts';

const dir = mkdtempSync(join(tmpdir(), 'rostok-job-kill-'));
const env = { ROSTOK_DATA: dir, LOG_LEVEL: 'silent' };
let server: Spawned | undefined;
afterAll(async () => {
  await server?.kill();
  rmSync(dir, { recursive: true, force: true });
});

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'economy@demo.rostok', password: 'rostok-demo' }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

interface Run {
  id: string;
  state: string;
}

async function runs(origin: string, cookie: string): Promise<Run[]> {
  const answer = await fetch(`${origin}/api/forecast/runs`, { headers: { cookie } });
  return ((await answer.json()) as { data?: { rows: Run[] } }).data?.rows ?? [];
}

/** Looks often until the newest forecast is in one of these states. */
async function untilState(origin: string, cookie: string, wanted: string[]): Promise<Run> {
  for (;;) {
    const newest = (await runs(origin, cookie))[0];
    if (newest && wanted.includes(newest.state)) return newest;
    await wait(20);
  }
}

// the demo starts its first forecast by itself as soon as the server listens
test('the first forecast of the demo survives the death of its server', async () => {
  server = await spawnServer(env);
  await untilReady(server);
  const cookie = await signIn(server.origin);
  const begun = await untilState(server.origin, cookie, ['running', 'done']);
  expect(begun.state, 'killed too late to prove anything').toBe('running');
  await server.kill();

  server = await spawnServer(env);
  await untilReady(server);
  const ended = await untilState(server.origin, cookie, ['done', 'failed', 'cancelled']);
  expect(ended).toMatchObject({ id: begun.id, state: 'done' });
  expect(await runs(server.origin, cookie)).toHaveLength(1);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);

  const opened = await openDatabase({ dir });
  const { rows } = await sql<{ crashes: number; cells: number; twice: number }>`
    select (select crashes from platform.job where subject_id = ${begun.id}) as crashes,
      (select count(*)::int from forecast.cell where run_id = ${begun.id}) as cells,
      (select count(*)::int from (select 1 from forecast.cell group by run_id, occupation, zone, year having count(*) > 1) x) as twice`.execute(
    opened.db,
  );
  await opened.close();
  expect(rows[0]).toMatchObject({ crashes: 1, twice: 0 });
  expect(rows[0]?.cells).toBeGreaterThan(100);
});
