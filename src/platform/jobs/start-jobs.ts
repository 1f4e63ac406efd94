import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { World } from '../use-case/execute.ts';
import { startBoss } from './boss.ts';
import { catchUpCron, scheduleCron, takeCron } from './cron.ts';
import type { JobDefinition } from './define-job.ts';
import { LANES, type Lane, queueOf, sendQueued } from './send-queued.ts';
import { serveLane } from './serve-lane.ts';
import { sweepOrphans } from './sweep-orphans.ts';

export interface StartJobsOptions {
  /** False: this process only enqueues; the working processes are others. */
  work: boolean;
  /** No other process can be at work here (the embedded database): running jobs found at start are orphans. */
  alone?: boolean;
  /** Faults of the machinery itself, for the log. */
  onError?(error: unknown): void;
  /** How many jobs of each lane run at once. */
  slots?: Record<Lane, number>;
  beatMs?: number;
  staleSeconds?: number;
  retryDelaySeconds?: number;
  /** How long a stop waits for running jobs to give themselves back. */
  stopMs?: number;
}

export interface Jobs {
  /** Look into the queue now instead of at the next second. */
  nudge(): void;
  /** Stops taking work, aborts what runs (it goes back with its checkpoint) and waits for it. */
  stop(): Promise<void>;
}

const LOOK_MS = 1000;
const CRON_LOOKS = 5;
const SWEEP_LOOKS = 5;

/**
 * Starts this process's share of the region's jobs: sends what was enqueued, runs it, finds orphans, keeps the
 * schedule. Any number of processes may do so on one PostgreSQL.
 */
export async function startJobs(
  world: World,
  jobs: readonly JobDefinition[],
  options: StartJobsOptions,
): Promise<Jobs> {
  if (!options.work) return { nudge() {}, async stop() {} };
  const { alone = false, onError = () => {}, slots = { quick: 2, long: 1 } } = options;
  const { beatMs = 1000, staleSeconds = 30, retryDelaySeconds = 10, stopMs = 10_000 } = options;

  const twice = jobs.find((job, i) => jobs.findIndex((other) => other.name === job.name) !== i);
  if (twice) throw new Error(`Two jobs are named ${twice.name}`);
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const { boss, settled } = await startBoss(world.db, { schedule: true, onError });
  for (const lane of LANES) await boss.createQueue(queueOf(lane));
  await scheduleCron(boss, jobs, world.timeZone);
  await sweepOrphans(world, alone ? 0 : staleSeconds);
  await catchUpCron(world, jobs);

  const stopping = new AbortController();
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const run = { beatMs, retryDelaySeconds, stopping: stopping.signal };
  const lanes = LANES.map((lane) =>
    serveLane({ world, boss, lane, slots: slots[lane], byName, worker, run, onError }),
  );

  let looks = 0;
  const look = async () => {
    await sendQueued(world.db, boss);
    for (const lane of lanes) await lane.fill();
    if (looks % CRON_LOOKS === 0) await takeCron(world, boss, jobs);
    if (looks % SWEEP_LOOKS === 0) await sweepOrphans(world, staleSeconds);
    looks++;
  };
  let looking: Promise<void> | null = null;
  let again = false;
  const nudge = () => {
    if (stopping.signal.aborted) return;
    again = true;
    looking ??= (async () => {
      while (again && !stopping.signal.aborted) {
        again = false;
        await look().catch(onError);
      }
      looking = null;
    })();
  };
  const timer = setInterval(nudge, LOOK_MS);
  nudge();

  return {
    nudge,
    async stop() {
      if (stopping.signal.aborted) return;
      clearInterval(timer);
      stopping.abort();
      await looking;
      let late: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        late = setTimeout(resolve, stopMs);
      });
      await Promise.race([Promise.all(lanes.map((lane) => lane.drained())), patience]);
      clearTimeout(late);
      await boss.stop({ graceful: false, close: false });
      await settled();
    },
  };
}
