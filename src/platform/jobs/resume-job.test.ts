import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer, openEmbedded } from '../../testing/database.ts';
import { migrationFiles } from '../../tree.gen.ts';
import { type OpenDatabase, openDatabase } from '../database/index.ts';
import { migrateUp } from '../database/migrate.ts';
import { uuidV7 } from '../use-case/index.ts';
import { enqueueJob } from './enqueue-job.ts';
import { countingJob } from './fixtures/counting-job.ts';
import { ownDatabase } from './fixtures/own-database.ts';
import { startJobs } from './start-jobs.ts';

const worker = fileURLToPath(new URL('./fixtures/worker-process.ts', import.meta.url));
const worldOf = ({ db }: OpenDatabase) => ({
  db,
  now: () => new Date(),
  newId: () => uuidV7(),
  timeZone: 'Europe/Moscow',
});

/** Resolves when the process says that it has done the piece. */
const untilPiece = (child: ChildProcess, n: number) =>
  new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (bytes) => {
      said += bytes;
      if (said.includes(`piece ${n}\n`)) resolve();
    });
    child.on('exit', (code) => reject(new Error(`The process ended with ${code} before piece ${n}`)));
  });

async function untilDone({ db }: OpenDatabase, id: string) {
  for (;;) {
    const { rows } = await sql<{ state: string; result: unknown; crashes: number }>`
      select state, result, crashes from platform.job where id = ${id}`.execute(db);
    if (rows[0]?.state === 'done' || rows[0]?.state === 'failed') return rows[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a job whose process is killed at 50 %', () => {
  let folder = '';
  let first: OpenDatabase;
  let argument: string[];

  beforeAll(async () => {
    if (onServer) {
      const url = await ownDatabase(`rostok_job_${process.pid}`);
      first = await openDatabase({ url, poolSize: 4 });
      await migrateUp(first.db, migrationFiles);
      argument = ['--url', url];
    } else {
      folder = mkdtempSync(join(tmpdir(), 'rostok-job-'));
      first = await openEmbedded(migrationFiles, folder);
      argument = ['--dir', folder];
    }
    await sql`create table if not exists public.piece (n int not null, pid int not null)`.execute(first.db);
  });
  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('goes on from its checkpoint in another process, and no piece is done twice', {
    timeout: 120_000,
  }, async () => {
    const world = worldOf(first);
    const now = new Date().toISOString();
    const id = await enqueueJob(world.db, countingJob(0), { pieces: 20 }, { newId: world.newId, now });
    if (!onServer) await first.close();

    const child = spawn(process.execPath, ['--import', 'tsx', worker, ...argument], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    await untilPiece(child, 10);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');

    const again = onServer ? first : await openDatabase({ dir: folder });
    const jobs = await startJobs(worldOf(again), [countingJob(0) as never], {
      work: true,
      alone: !onServer,
      beatMs: 100,
      staleSeconds: 1,
    });
    const { state, result, crashes } = await untilDone(again, id);
    await jobs.stop();
    const { rows } = await sql<{
      n: number;
      pid: number;
    }>`select n, pid from public.piece order by n`.execute(again.db);
    await sql`drop table public.piece`.execute(again.db);
    await again.close();

    expect(state).toBe('done');
    expect(crashes).toBe(1);
    expect(rows.map((row) => row.n)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const { resumedFrom } = result as { resumedFrom: number };
    expect(resumedFrom).toBeGreaterThanOrEqual(10);
    expect(rows.filter((row) => row.pid === child.pid)).toHaveLength(resumedFrom);
  });
});
