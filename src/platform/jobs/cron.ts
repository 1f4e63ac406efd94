import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { inTransaction } from '../database/index.ts';
import type { World } from '../use-case/execute.ts';
import type { JobDefinition } from './define-job.ts';
import { enqueueJob } from './enqueue-job.ts';

const PREFIX = 'cron-';
/** A region that has just been switched on has better things to do first. */
const CATCH_UP_DELAY_MINUTES = 5;

/** Enters the cron jobs of this build into pg-boss's schedule, and takes out those that are gone. */
export async function scheduleCron(
  boss: PgBoss,
  jobs: readonly JobDefinition[],
  timeZone: string,
): Promise<void> {
  const wanted = new Map(jobs.filter((job) => job.cron).map((job) => [PREFIX + job.name, job]));
  for (const { name } of await boss.getSchedules())
    if (name.startsWith(PREFIX) && !wanted.has(name)) await boss.unschedule(name);
  for (const [queue, job] of wanted) {
    await boss.createQueue(queue, { name: queue, policy: 'short', retryLimit: 0 });
    await boss.schedule(queue, job.cron ?? '', {}, { tz: timeZone });
  }
}

/** Enqueues a cron job unless one of its name already waits or runs, or ran within `freshHours`. */
async function enqueueOnce(
  world: World,
  job: JobDefinition,
  { freshHours = 0, startAfter }: { freshHours?: number; startAfter?: string } = {},
): Promise<boolean> {
  return inTransaction(world.db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`rostok.job.${job.name}`}))`.execute(tx);
    const now = world.now().toISOString();
    const { rows } = await sql`select 1 from platform.job where name = ${job.name}
      and (state in ('queued', 'running', 'cancelling')
        or created_at > ${now}::timestamptz - ${freshHours} * interval '1 hour') limit 1`.execute(tx);
    if (rows.length > 0) return false;
    await enqueueJob(tx, job as JobDefinition<object>, {}, { newId: world.newId, now, startAfter });
    return true;
  });
}

/** Takes the due messages of the schedule and makes jobs of them. */
export async function takeCron(world: World, boss: PgBoss, jobs: readonly JobDefinition[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select distinct name from pgboss.job
    where name like ${`${PREFIX}%`} and state < 'active' and start_after < now()`.execute(world.db);
  for (const { name } of rows) {
    const job = jobs.find((one) => PREFIX + one.name === name);
    const messages = job ? await boss.fetch(name, { batchSize: 10 }) : [];
    if (!job || messages.length === 0) continue;
    await enqueueOnce(world, job);
    await boss.complete(
      name,
      messages.map((message) => message.id),
    );
  }
}

/** Enqueues the cron jobs that have not run for longer than they may (the machine was off at their hour). */
export async function catchUpCron(world: World, jobs: readonly JobDefinition[]): Promise<void> {
  const startAfter = new Date(world.now().getTime() + CATCH_UP_DELAY_MINUTES * 60_000).toISOString();
  for (const job of jobs)
    if (job.cron && job.catchUpHours !== null)
      await enqueueOnce(world, job, { freshHours: job.catchUpHours, startAfter });
}
