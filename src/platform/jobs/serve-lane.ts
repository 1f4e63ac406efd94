import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import type { World } from '../use-case/execute.ts';
import type { JobDefinition } from './define-job.ts';
import { claimJob, endJob } from './lease.ts';
import { type RunOptions, runJob } from './run-job.ts';
import { type Lane, queueOf } from './send-queued.ts';

export interface LaneSettings {
  world: World;
  boss: PgBoss;
  lane: Lane;
  slots: number;
  byName: ReadonlyMap<string, JobDefinition>;
  worker: string;
  run: RunOptions;
  onError(error: unknown): void;
}

/** Takes messages of one queue as long as there are free slots, and runs their jobs. */
export function serveLane(settings: LaneSettings) {
  const { world, boss, lane, slots, byName, worker, run, onError } = settings;
  const queue = queueOf(lane);
  const running = new Set<Promise<void>>();

  const handle = async (message: PgBoss.Job<{ jobId: string }>) => {
    const lease = await claimJob(world.db, message.data.jobId, worker);
    const job = lease && byName.get(lease.name);
    if (lease && !job)
      await endJob(world, lease, {
        state: 'failed',
        key: 'jobs:error.unknown',
        params: { name: lease.name },
        fault: null,
      });
    if (lease && job) await runJob(world, job, lease, run);
    await boss.complete(queue, message.id);
  };

  /** Whether there may be something in the queue; spares an update statement every second. */
  const waits = async () => {
    const { rows } = await sql`select 1 from pgboss.job
      where name = ${queue} and state < 'active' and start_after < now() limit 1`.execute(world.db);
    return rows.length > 0;
  };

  const fill = async (): Promise<void> => {
    while (running.size < slots && !run.stopping.aborted && (await waits())) {
      const [message] = await boss.fetch<{ jobId: string }>(queue, { batchSize: 1 });
      if (!message) return;
      const one: Promise<void> = handle(message)
        .catch(onError)
        .then(() => {
          running.delete(one);
          if (!run.stopping.aborted) fill().catch(onError);
        });
      running.add(one);
    }
  };

  return {
    fill,
    async drained() {
      await Promise.all(running);
    },
  };
}
