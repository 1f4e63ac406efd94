import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { refuse } from '../use-case/index.ts';
import { defineJob, type JobDefinition } from './define-job.ts';
import { enqueueJob } from './enqueue-job.ts';
import { jobEvents } from './job-events.ts';
import { jobProgress } from './job-progress.ts';
import { type JobView, remainingSeconds } from './job-view.ts';
import { type Jobs, startJobs } from './start-jobs.ts';

const titleKey = 'jobs:state.running';
let world: TestWorld;
let jobs: Jobs | null = null;
const faults: unknown[] = [];

const start = async (...definitions: JobDefinition<never>[]) => {
  jobs = await startJobs(world, definitions as unknown as JobDefinition[], {
    work: true,
    beatMs: 30,
    staleSeconds: 5,
    retryDelaySeconds: 0.05,
    onError: (error) => faults.push(error),
  });
  return jobs;
};
const enqueue = <I extends object>(
  job: JobDefinition<I>,
  input: I,
  ownerPersonId: string | null = null,
  titleParams = {},
) =>
  world.db.transaction().execute((tx) =>
    enqueueJob(tx, job, input, {
      newId: world.newId,
      now: world.now().toISOString(),
      ownerPersonId,
      titleParams,
      subject: { kind: 'test.thing', id: '7' },
    }),
  );
const person = () => {
  const id = world.newId();
  return { as: world.as('college_head', { personId: id }), id };
};
async function until(id: string, as: ReturnType<typeof person>['as'], is: (job: JobView) => boolean) {
  for (let look = 0; look < 300; look++) {
    const job = await world.call<JobView>('jobs.getJob', { id }, as);
    if (is(job)) return job;
    jobs?.nudge();
    await wait(30);
  }
  throw new Error('The job never came to the awaited state');
}
const ended = (job: JobView) => ['done', 'failed', 'cancelled'].includes(job.state);

beforeEach(async () => {
  world = await freshWorld();
  faults.length = 0;
});
afterEach(async () => {
  await jobs?.stop();
  jobs = null;
  expect(faults).toEqual([]);
});

describe('a job', () => {
  it('does not exist when its transaction is rolled back', async () => {
    const job = defineJob<{ n: number }>({ name: 'test.none', titleKey, run: async () => ({}) });
    const options = { newId: world.newId, now: world.now().toISOString() };
    const undone = world.db.transaction().execute(async (tx) => {
      await enqueueJob(tx, job, { n: 1 }, options);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const { rows } = await sql`select 1 from platform.job`.execute(world.db);
    expect(rows).toHaveLength(0);
  });

  it('shows progress and a note while it runs, and its result when it is done', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const job = defineJob<{ n: number }>({
      name: 'test.progress',
      titleKey: 'jobs:error.unknown',
      link: ({ input, subject }) => `/test/${subject?.id}/${input.n}`,
      async run({ input, progress }) {
        progress(40.256, 'jobs:remaining.seconds', { seconds: 3 });
        await gate;
        return { twice: input.n * 2 };
      },
    });
    const me = person();
    await start(job);
    const id = await enqueue(job, { n: 21 }, me.id, { name: 'прогноз' });
    const half = await until(id, me.as, (one) => one.progress > 0);
    expect(half).toMatchObject({
      state: 'running',
      progress: 40.26,
      note: { key: 'jobs:remaining.seconds', params: { seconds: 3 } },
      subject: { kind: 'test.thing', id: '7' },
    });
    expect(jobProgress('ru', half)).toMatchObject({ state: 'running', link: null });
    expect(jobProgress('ru', half).share).toBeCloseTo(0.4026, 6);
    expect(jobProgress('ru', half).title).toContain('прогноз');
    release();
    const done = await until(id, me.as, ended);
    expect(done).toMatchObject({ state: 'done', progress: 100, result: { twice: 42 } });
    expect(jobProgress('en', done)).toMatchObject({
      state: 'done',
      share: 1,
      link: '/test/7/21',
      message: null,
    });
    const { rows } = await sql<{ payload: object }>`select payload from platform.event
      where name = 'jobs.finished'`.execute(world.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.payload).toMatchObject({ jobId: id, state: 'done', subjectId: '7' });
  });

  it('stops when its owner cancels it, and nobody else may', async () => {
    const job = defineJob<object>({
      name: 'test.cancel',
      titleKey,
      async run({ signal }) {
        await wait(60_000, null, { signal });
        return {};
      },
    });
    const me = person();
    await start(job);
    const id = await enqueue(job, {}, me.id);
    await until(id, me.as, (one) => one.state === 'running');
    await expect(world.call('jobs.cancelJob', { id }, person().as)).rejects.toMatchObject({ status: 404 });
    await world.call('jobs.cancelJob', { id }, me.as);
    expect((await until(id, me.as, ended)).state).toBe('cancelled');
    const list = await world.call<{ total: number }>('jobs.listMyJobs', {}, person().as);
    expect(list.total).toBe(0);
  });

  it('is cancelled at once while it waits, and never runs', async () => {
    let ran = 0;
    const job = defineJob<object>({
      name: 'test.waiting',
      titleKey,
      async run() {
        ran++;
        return {};
      },
    });
    const me = person();
    const id = await enqueue(job, {}, me.id);
    expect(await world.call('jobs.cancelJob', { id }, me.as)).toMatchObject({ state: 'cancelled' });
    await start(job);
    await wait(150);
    expect(ran).toBe(0);
  });

  it('is tried again after a failure, from its checkpoint, and fails in the end with a message', async () => {
    const resumed: unknown[] = [];
    const job = defineJob<object, { at: number }>({
      name: 'test.retry',
      titleKey,
      retries: 2,
      async run({ checkpoint, resumeFrom }) {
        resumed.push(resumeFrom);
        await checkpoint({ at: (resumeFrom?.at ?? 0) + 1 });
        throw new Error('the other side is silent');
      },
    });
    const me = person();
    await start(job);
    const id = await enqueue(job, {}, me.id);
    const failed = await until(id, me.as, ended);
    expect(failed).toMatchObject({
      state: 'failed',
      error: { key: 'jobs:error.unexpected', params: { jobId: id } },
    });
    expect(resumed).toEqual([null, { at: 1 }, { at: 2 }]);
  });

  it('is not tried again when it refuses in people’s words', async () => {
    let ran = 0;
    const job = defineJob<object>({
      name: 'test.refusal',
      titleKey,
      async run() {
        ran++;
        throw refuse('jobs:error.unknown', { name: 'x' });
      },
    });
    const me = person();
    await start(job);
    const id = await enqueue(job, {}, me.id);
    const failed = await until(id, me.as, ended);
    expect(failed.error).toEqual({ key: 'jobs:error.unknown', params: { name: 'x' } });
    expect(ran).toBe(1);
  });

  it('goes back with its checkpoint when the process stops, and the next one goes on', async () => {
    const seen: unknown[] = [];
    const job = defineJob<object, { at: number }>({
      name: 'test.stop',
      titleKey,
      async run({ checkpoint, resumeFrom, signal }) {
        seen.push(resumeFrom);
        if (resumeFrom) return { from: resumeFrom.at };
        await checkpoint({ at: 5 });
        await wait(60_000, null, { signal });
        return {};
      },
    });
    const me = person();
    const first = await start(job);
    const id = await enqueue(job, {}, me.id);
    await until(id, me.as, () => seen.length > 0);
    await wait(50);
    await first.stop();
    expect(await world.call('jobs.getJob', { id }, me.as)).toMatchObject({ state: 'queued' });
    await start(job);
    expect(await until(id, me.as, ended)).toMatchObject({ state: 'done', result: { from: 5 } });
  });

  it('that was taken over by another process can no longer write', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let refused: unknown = null;
    const job = defineJob<object>({
      name: 'test.lost',
      titleKey,
      async run({ checkpoint, signal }) {
        await gate;
        await checkpoint({ at: 1 }).catch((error: unknown) => {
          refused = error;
        });
        expect(signal.aborted).toBe(true);
        return { stale: true };
      },
    });
    const me = person();
    const running = await start(job);
    const id = await enqueue(job, {}, me.id);
    await until(id, me.as, (one) => one.state === 'running');
    await sql`update platform.job set worker = 'another', attempt = attempt + 1 where id = ${id}`.execute(
      world.db,
    );
    await wait(100);
    release();
    await running.stop();
    expect(String(refused)).toContain('taken over');
    expect(await world.call('jobs.getJob', { id }, me.as)).toMatchObject({ state: 'running', result: null });
  });

  it('that keeps killing its process is given up', async () => {
    const job = defineJob<object>({ name: 'test.poison', titleKey, run: async () => ({}) });
    const me = person();
    const id = await enqueue(job, {}, me.id);
    await sql`update platform.job set state = 'running', crashes = 2, heartbeat_at = now() - interval '1 hour'
      where id = ${id}`.execute(world.db);
    await start(job);
    const failed = await until(id, me.as, ended);
    expect(failed).toMatchObject({ state: 'failed', error: { key: 'jobs:error.crashed' } });
  });
});

describe('events of jobs', () => {
  it('bring a person the changes of own jobs, made by any process', async () => {
    const job = defineJob<object>({ name: 'test.events', titleKey, run: async () => ({ ok: 1 }) });
    const [me, other] = [person(), person()];
    const id = await enqueue(job, {}, me.id);
    await enqueue(job, {}, other.id);
    const abort = new AbortController();
    const seen: JobView[] = [];
    const reading = (async () => {
      for await (const one of jobEvents(world, me.id, abort.signal)) {
        seen.push(one);
        if (one.state === 'queued') await start(job);
        if (one.state === 'done') abort.abort();
      }
    })();
    await reading;
    expect(new Set(seen.map((one) => one.id))).toEqual(new Set([id]));
    expect(seen[0]?.state).toBe('queued');
    expect(seen.at(-1)).toMatchObject({ state: 'done', result: { ok: 1 } });
  });
});

describe('cron', () => {
  it('makes one job of a due message, however many processes look', async () => {
    let ran = 0;
    const job = defineJob<object>({
      name: 'test.cron',
      titleKey,
      cron: '* * * * *',
      async run() {
        ran++;
        return {};
      },
    });
    await start(job);
    await sql`insert into pgboss.job (name, data) values ('cron-test.cron', '{}')`.execute(world.db);
    for (let look = 0; look < 100 && ran === 0; look++) {
      jobs?.nudge();
      await wait(30);
    }
    expect(ran).toBe(1);
    const { rows } = await sql`select 1 from platform.job where name = 'test.cron'`.execute(world.db);
    expect(rows).toHaveLength(1);
  });

  it('enqueues at start what the machine slept through', async () => {
    const job = defineJob<object>({
      name: 'test.slept',
      titleKey,
      cron: '0 3 1 1 *',
      catchUpHours: 25,
      run: async () => ({}),
    });
    await start(job);
    const { rows } = await sql<{ start_after: string }>`select start_after from platform.job
      where name = 'test.slept'`.execute(world.db);
    expect(rows).toEqual([{ start_after: '2026-11-23T09:05:00.000Z' }]);
  });
});

describe('the remaining time', () => {
  it('is reckoned from the pace of this attempt only', () => {
    const row = { state: 'running' as const, progress: 60, base_progress: 50, running_seconds: 20 };
    expect(remainingSeconds(row)).toBe(80);
    expect(remainingSeconds({ ...row, progress: 51 })).toBeNull();
    expect(remainingSeconds({ ...row, running_seconds: 1 })).toBeNull();
    expect(remainingSeconds({ ...row, state: 'done' })).toBeNull();
  });
});
