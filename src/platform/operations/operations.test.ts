import { Writable } from 'node:stream';
import { sql } from 'kysely';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { openDatabase } from '../database/index.ts';
import { saveEvents } from '../outbox/index.ts';
import { refuse } from '../use-case/index.ts';
import { cleanPlatform } from './clean-up.ts';
import { isReady } from './health.ts';
import { loggedPath, logOptions } from './log-options.ts';
import { createMetrics } from './metrics.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await freshWorld();
});

/** A database that is there no more. */
async function goneDatabase() {
  const { db } = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' });
  return { db };
}

describe('readiness', () => {
  it('needs an answering database that is migrated far enough', async () => {
    expect(await isReady(world)).toMatchObject({ ready: true, databaseMs: expect.any(Number) });
    expect(await isReady(world, { lastMigration: '99991231235959_later' })).toMatchObject({ ready: false });
    const gone = await goneDatabase();
    expect(await isReady(gone)).toEqual({ ready: false, databaseMs: null, migration: null });
    await gone.db.destroy();
  });

  it('is not given when the database takes too long', async () => {
    const held = world.db.transaction().execute(async (tx) => {
      await sql`lock table platform.migration in access exclusive mode`.execute(tx);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await isReady(world, { limitMs: 50 })).ready).toBe(false);
    await held;
    expect((await isReady(world)).ready).toBe(true);
  });
});

describe('metrics', () => {
  it('tell of routes, queues and the database, and of no address', async () => {
    const metrics = createMetrics(world);
    metrics.observeHttp({ method: 'GET', route: '/api/needs/{id}', status: 404, seconds: 0.03 });
    metrics.countRefusal('use-case:error.stale');
    const event = { name: 'test.waits', payload: {} };
    await saveEvents(world.db, [event], new Date(Date.now() - 90_000).toISOString(), world.newId);
    const text = await metrics.text();
    expect(text).toContain('rostok_http_seconds_count{method="GET",route="/api/needs/{id}",status="4xx"} 1');
    expect(text).toContain('rostok_refusals_total{key="use-case:error.stale"} 1');
    expect(text).toContain('rostok_outbox_waiting 1');
    expect(text).toContain('rostok_database_up 1');
    expect(text).toMatch(/nodejs_eventloop_lag_seconds /);
    const lag = Number(/rostok_outbox_lag_seconds ([\d.]+)/.exec(text)?.[1]);
    expect(lag).toBeGreaterThanOrEqual(89);
    expect(lag).toBeLessThan(300);
  });

  it('still tell the rest when the database is away', async () => {
    const gone = await goneDatabase();
    const text = await createMetrics(gone).text();
    expect(text).toContain('rostok_database_up 0');
    expect(text).toContain('nodejs_heap_size_used_bytes');
    await gone.db.destroy();
  });
});

describe('the log', () => {
  const lines: string[] = [];
  const into = new Writable({
    write(bytes: Buffer, _encoding, done) {
      lines.push(bytes.toString());
      done();
    },
  });
  const logged = (write: (log: pino.Logger) => void) => {
    lines.length = 0;
    write(pino(logOptions({ level: 'info' }), into));
    return lines.join('');
  };

  it('holds no names, addresses, tokens or bodies', () => {
    const person = { name: 'Анна Рублёва', email: 'anna@example.ru', token: 'tok-1', phone: '+7 900' };
    const text = logged((log) => {
      log.info({ ...person }, 'flat');
      log.info({ person }, 'nested');
      log.info({ answer: { person } }, 'deep');
      log.info({
        req: { id: 'r-1', method: 'POST', url: '/api/persons?q=Рублёва', headers: { cookie: 'c-1' } },
      });
      log.info({ body: { marks: 5, who: 'Рублёва' } });
    });
    expect(text).not.toMatch(/Рублёва|anna@|tok-1|\+7 900|c-1/);
    expect(text).toContain('"id":"r-1"');
    expect(text).toContain('"path":"/api/persons"');
  });

  it('keeps of a database’s error its code and place, not the values of rows', async () => {
    await sql`insert into platform.visit values (${world.newId()}, 'r', now(), null)`.execute(world.db);
    const error = await sql`select 'anna@example.ru'::int`.execute(world.db).catch((fault: unknown) => fault);
    const text = logged((log) => {
      log.error({ err: error }, 'failed');
      log.error({ err: refuse('use-case:error.stale', { who: 'Рублёва' }) }, 'refused');
    });
    expect(text).toContain('"code":"22P02"');
    expect(text).toContain('use-case:error.stale');
    expect(text).not.toMatch(/anna@|Рублёва/);
  });

  it('shows paths without ids and queries', () => {
    expect(loggedPath('/api/needs/0196f3a0-0000-7000-8000-000000000001/close?x=1')).toBe(
      '/api/needs/{id}/close',
    );
    expect(loggedPath('/card/Zk3vQ8_xWm2-pLr7aB9c')).toBe('/card/{secret}');
    expect(loggedPath('/api/exams/card-check/Zk3vQ8_xWm2-pLr7aB9c?surname=x')).toBe(
      '/api/exams/card-check/{secret}',
    );
    expect(loggedPath('/api/hiring/preview-outcome-file')).toBe('/api/hiring/preview-outcome-file');
    expect(loggedPath('/assets/index-CU3fEhB8a9Qx.js')).toBe('/assets/index-CU3fEhB8a9Qx.js');
  });
});

describe('cleaning', () => {
  it('removes what has had its time and nothing else', async () => {
    const day = (n: number) => new Date(world.now().getTime() - n * 86_400_000).toISOString();
    for (const age of [29, 31]) {
      await saveEvents(world.db, [{ name: `age.${age}`, payload: {} }], day(age), world.newId);
      await sql`insert into platform.job (id, name, title_key, lane, input, state, created_at, finished_at)
        values (${world.newId()}, ${`age.${age}`}, 'x', 'quick', '{}', 'done', ${day(age)}, ${day(age)})`.execute(
        world.db,
      );
    }
    await sql`insert into platform.job (id, name, title_key, lane, input, created_at)
      values (${world.newId()}, 'waits', 'x', 'quick', '{}', ${day(900)})`.execute(world.db);
    for (const age of [6, 8])
      await sql`insert into platform.command (id, use_case, input_hash, at)
        values (${world.newId()}, ${`age.${age}`}, '', ${day(age)})`.execute(world.db);
    for (const age of [59, 61])
      await sql`insert into platform.draft (person_id, form, version, content, saved_at)
        values (${world.newId()}, 'test.form', 1, '{}', ${day(age)})`.execute(world.db);

    expect(await cleanPlatform(world)).toMatchObject({ events: 1, jobs: 1, commands: 1, drafts: 1, mail: 0 });
    const names = await sql<{ name: string }>`select name from platform.job union all
      select name from platform.event union all select use_case from platform.command order by 1`.execute(
      world.db,
    );
    expect(names.rows.map((row) => row.name)).toEqual(['age.29', 'age.29', 'age.6', 'waits']);
    expect(await cleanPlatform(world)).toMatchObject({ events: 0, jobs: 0, commands: 0, drafts: 0 });
  });
});
