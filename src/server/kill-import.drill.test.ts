/**
 * A file brought in through the portal whose server is killed half way through reading it, and again half way through
 * storing it: nothing half stored stays behind, the next server ends both, and every row is there once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../platform/database/index.ts';
import { uuidV7 } from '../platform/use-case/index.ts';
import { onServer } from '../testing/database.ts';
import { newDatabase } from './testing/prepare-region.ts';
import { type Spawned, spawnServer, untilReady } from './testing/spawn-server.ts';

/** So many that each step takes seconds and is cut in its middle. */
const ROWS = 40_000;
const FILE = `Код профессии;Вид;Год;Человек\n${Array.from(
  { length: ROWS },
  (_, i) => `9${100 + (i % 800)}.${10 + (i % 89)};новое;${2027 + (i % 7)};${1 + (i % 9)}`,
).join('\n')}\n`;

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'plant@demo.rostok', password: 'rostok-demo' }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

interface Job {
  state: string;
  progress: number;
}
interface Upload {
  state: string;
  counts: { rows: number; refused: number } | null;
  effect: { added: number } | null;
}

function client({ origin }: Spawned, cookie: string) {
  const data = async <T>(answer: Response): Promise<T> => {
    const body = (await answer.json()) as { data: T };
    expect(answer.status, JSON.stringify(body)).toBe(200);
    return body.data;
  };
  return {
    read: async <T>(path: string) => data<T>(await fetch(`${origin}/api${path}`, { headers: { cookie } })),
    post: async <T>(path: string, body: FormData | object) =>
      data<T>(
        await fetch(`${origin}/api${path}`, {
          method: 'POST',
          headers: {
            origin,
            cookie,
            'command-id': uuidV7(),
            ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          },
          body: body instanceof FormData ? body : JSON.stringify(body),
        }),
      ),
  };
}
type Client = ReturnType<typeof client>;

/** Looks often until the job is under way and beyond this share of it. */
async function untilBeyond({ read }: Client, jobId: string, percent: number): Promise<Job> {
  for (;;) {
    const job = await read<Job>(`/jobs/${jobId}`);
    if (job.state !== 'queued' && (job.state !== 'running' || job.progress >= percent)) return job;
    await wait(20);
  }
}

/**
 * Looks often until a worker has the job. Storing is one transaction, and the embedded database answers nobody until
 * it ends: no answer within the pause says the same as `running`.
 */
async function untilTaken({ read }: Client, jobId: string): Promise<void> {
  for (;;) {
    const job = await Promise.race([read<Job>(`/jobs/${jobId}`), wait(1_000, null)]);
    if (job?.state !== 'queued') return;
    await wait(20);
  }
}

async function untilUpload({ read }: Client, id: string, states: string[]): Promise<Upload> {
  for (;;) {
    const upload = await read<Upload>(`/needs/imports/${id}`);
    if (states.includes(upload.state)) return upload;
    await wait(100);
  }
}

async function drill(where: { dir: string } | { url: string }): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'rostok-import-files-'));
  const env: Record<string, string> = {
    ...('url' in where ? { DATABASE_URL: where.url, ROSTOK_DATA: files } : { ROSTOK_DATA: where.dir }),
    LOG_LEVEL: 'silent',
    ROSTOK_DEMO_CALCULATIONS: '0',
  };
  // the codes of the file end in two digits above 09, those of the demo do not
  const count = async () => {
    const opened = await openDatabase(where);
    const { rows } = await sql<{
      lines: number;
      aside: number;
      state: string;
      jobs: string[];
      crashes: number[];
    }>`select
        (select count(*)::int from needs.line where occupation ~ '^9...[.][1-9]') as lines,
        (select count(*)::int from needs.import_row) as aside, (select state from needs.import) as state,
        (select array_agg(state order by created_at) from platform.job where name = 'needs.import') as jobs,
        (select array_agg(crashes order by created_at) from platform.job where name = 'needs.import') as crashes`.execute(
      opened.db,
    );
    await opened.close();
    return rows[0];
  };
  const begin = async (cookie?: string) => {
    const server = await spawnServer(env);
    await untilReady(server);
    const own = cookie ?? (await signIn(server.origin));
    return { server, cookie: own, ask: client(server, own) };
  };

  let { server, cookie, ask } = await begin();
  try {
    const form = new FormData();
    form.set('kind', 'needs');
    form.set('file', new File([FILE], 'потребность.csv', { type: 'text/csv' }));
    const { id, jobId } = await ask.post<{ id: string; jobId: string }>('/needs/imports/start', form);
    const reading = await untilBeyond(ask, jobId, 50);
    expect(reading.state, 'killed too late to prove anything').toBe('running');
    await server.kill();
    const cut = await count();
    expect(cut).toMatchObject({ lines: 0, state: 'reading' });
    expect(cut?.aside).toBeGreaterThan(0);
    expect(cut?.aside).toBeLessThan(ROWS);

    ({ server, cookie, ask } = await begin(cookie));
    const read = await untilUpload(ask, id, ['read', 'refused', 'cancelled']);
    expect(read).toMatchObject({
      state: 'read',
      counts: { rows: ROWS, refused: 0 },
      effect: { added: ROWS },
    });

    const storing = await ask.post<{ jobId: string }>(`/needs/imports/${id}/apply`, { id, mode: 'all' });
    for (;;) {
      await untilTaken(ask, storing.jobId);
      await wait(300);
      await server.kill();
      const torn = await count();
      expect(torn).toMatchObject({ lines: 0, aside: ROWS, state: 'applying' });
      if (torn?.jobs[1] === 'running') break;
      // a slow machine was silent before the worker came: killed too early to prove anything, so again
      ({ server, cookie, ask } = await begin(cookie));
    }

    ({ server, cookie, ask } = await begin(cookie));
    expect(await untilUpload(ask, id, ['applied', 'read'])).toMatchObject({
      state: 'applied',
      effect: { added: ROWS },
    });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await count()).toEqual({
      lines: ROWS,
      aside: 0,
      state: 'applied',
      jobs: ['done', 'done'],
      crashes: [1, 1],
    });
  } finally {
    await server.kill();
    rmSync(files, { recursive: true, force: true });
  }
}

describe('an import through the portal whose server is killed at 50 %', () => {
  const timeout = 600_000;
  test('on the embedded database', { timeout }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rostok-import-kill-'));
    await drill({ dir });
    rmSync(dir, { recursive: true, force: true });
  });
  test.skipIf(!onServer)('on PostgreSQL', { timeout }, async () => drill({ url: await newDatabase() }));
});
