/** kill -9 under writes, twenty times: no acknowledged write is lost, the restart is clean, nothing is done twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../platform/database/index.ts';
import { sealHistory, verifyHistory } from '../platform/history/index.ts';
import { onServer } from '../testing/database.ts';
import { newDatabase, prepareRegion, SECRET } from './testing/prepare-region.ts';
import { spawnServer, untilReady } from './testing/spawn-server.ts';
import { type Acknowledged, send, signIn, type Write, writeUntilGone } from './testing/writers.ts';

const ROUNDS = 20;
const CLIENTS = 8;
/** A start takes two seconds here, and many more on a machine that is busy with other things. */
const timeout = 1_200_000;

/** The same pauses in every run: between 100 and 900 ms after the first writes. */
const pauseOf = (round: number) => 100 + ((round * 337) % 800);

async function storedTimes({ db }: OpenDatabase, writes: readonly Write[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; n: number }>`select v.short_name as name, count(*)::int as n
    from registry.organisation_v v where v.short_name = any(${writes.map(({ name }) => name)}::text[])
    group by v.short_name`.execute(db);
  return new Map(rows.map(({ name, n }) => [name, n]));
}

async function drill(where: { dir: string } | { url: string }): Promise<void> {
  await prepareRegion(where);
  const database: Record<string, string> =
    'url' in where ? { DATABASE_URL: where.url } : { ROSTOK_DATA: where.dir };
  const env = { ...database, ROSTOK_DEMO: '0', ROSTOK_SECRET: SECRET, LOG_LEVEL: 'silent' };
  const acknowledged: Acknowledged[] = [];
  const repeated: Write[] = [];
  let unsure: Write[] = [];
  let recent: Acknowledged[] = [];
  let cookie = '';

  for (let round = 0; round <= ROUNDS; round++) {
    const server = await spawnServer(env);
    await untilReady(server);
    cookie ||= await signIn(server.origin);
    // the commands of the last round again: what was acknowledged gives its answer, what was under way is done once
    for (const { answer, ...write } of recent.slice(-20)) {
      const again = await send(server.origin, cookie, write);
      expect([again.status, await again.text()]).toEqual([200, answer]);
    }
    for (const write of unsure) expect((await send(server.origin, cookie, write)).status).toBe(200);
    repeated.push(...unsure);
    if (round === ROUNDS) {
      server.child.kill('SIGTERM');
      expect(await server.ended).toBe(0);
      break;
    }
    let first = () => {};
    const flowing = new Promise<void>((resolve) => {
      first = resolve;
    });
    const how = { clients: CLIENTS, mark: String(round), onAcknowledged: () => first() };
    const writing = writeUntilGone(server.origin, cookie, how);
    await flowing;
    await wait(pauseOf(round));
    await server.kill();
    const { acknowledged: done, unknown, refused } = await writing;
    expect(refused).toEqual([]);
    acknowledged.push(...done);
    [recent, unsure] = [done, unknown];
  }

  const opened = await openDatabase(where);
  try {
    const all = [...acknowledged, ...repeated];
    const stored = await storedTimes(opened, all);
    expect(all.filter(({ name }) => stored.get(name) !== 1)).toEqual([]);
    await sealHistory({ db: opened.db, now: () => new Date() });
    const verdict = await verifyHistory(opened.db);
    expect(verdict.faults).toEqual([]);
    expect(verdict.entries).toBeGreaterThanOrEqual(all.length);
    expect(acknowledged.length).toBeGreaterThan(2 * ROUNDS);
    console.log(
      `${ROUNDS} kills: ${acknowledged.length} acknowledged, ${repeated.length} under way, none lost or doubled`,
    );
  } finally {
    await opened.close();
  }
}

describe('kill -9 of the server under writes, twenty times', () => {
  test('on the embedded database', { timeout }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rostok-kill-'));
    await drill({ dir });
    rmSync(dir, { recursive: true, force: true });
  });
  test.skipIf(!onServer)('on PostgreSQL', { timeout }, async () => drill({ url: await newDatabase() }));
});
