import type { Tx } from '../database/index.ts';
import type { World } from '../use-case/execute.ts';
import { Refusal } from '../use-case/refusal.ts';
import type { JobDefinition } from './define-job.ts';
import { type Beat, beat, endJob, giveBack, type Lease, type Outcome, saveCheckpoint } from './lease.ts';

const RESULT_LIMIT = 65_536;

export interface RunOptions {
  beatMs: number;
  retryDelaySeconds: number;
  /** Aborted when the process stops: the job goes back into the queue with its checkpoint. */
  stopping: AbortSignal;
}

type Reason = 'cancelled' | 'stopping' | 'lost';

const clamp = (percent: number) => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100;

const faultOf = (error: unknown) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

function failureOf(lease: Lease, error: unknown): Outcome {
  if (error instanceof Refusal) return { state: 'failed', key: error.key, params: error.params, fault: null };
  const full = codeOf(error) === 'ENOSPC' || codeOf(error) === '53100';
  return {
    state: 'failed',
    key: full ? 'use-case:error.diskFull' : 'jobs:error.unexpected',
    params: { jobId: lease.id },
    fault: faultOf(error),
  };
}

/** Runs one taken job to its end: heartbeats, progress, cancel, result or failure. Never throws for the job's fault. */
export async function runJob(
  world: World,
  job: JobDefinition,
  lease: Lease,
  { beatMs, retryDelaySeconds, stopping }: RunOptions,
): Promise<void> {
  const abort = new AbortController();
  const stop = (reason: Reason) => abort.abort(reason);
  const onStopping = () => stop('stopping');
  stopping.addEventListener('abort', onStopping, { once: true });
  if (stopping.aborted) onStopping();

  const shown: Beat = { progress: lease.progress, note: null };
  const tell = async () => {
    const state = await beat(world.db, lease, shown);
    if (state === 'cancelling') stop('cancelled');
    if (state === 'lost') stop('lost');
  };
  let telling: Promise<void> = Promise.resolve();
  // a beat that fails is made up for by the next; when the database stays away, the sweep takes the job
  const timer = setInterval(() => {
    telling = telling.then(tell).catch(() => {});
  }, beatMs);

  const attempt = async (): Promise<Outcome | Reason | { again: unknown }> => {
    try {
      const result = await job.run({
        input: lease.input,
        world,
        job: {
          id: lease.id,
          ownerPersonId: lease.owner_person_id,
          subject: lease.subject_kind ? { kind: lease.subject_kind, id: lease.subject_id ?? '' } : null,
        },
        progress(percent, noteKey, params = {}) {
          shown.progress = clamp(percent);
          if (noteKey) shown.note = { key: noteKey, params };
        },
        checkpoint: (value, tx?: Tx) => saveCheckpoint(tx ?? world.db, lease, value),
        resumeFrom: lease.checkpoint,
        signal: abort.signal,
      });
      if (JSON.stringify(result ?? null).length > RESULT_LIMIT)
        throw new Error(
          `The result is larger than ${RESULT_LIMIT} characters: keep it in a table of its own`,
        );
      return { state: 'done', result };
    } catch (error) {
      if (abort.signal.aborted) return abort.signal.reason as Reason;
      if (error instanceof Refusal || lease.failures >= job.retries) return failureOf(lease, error);
      return { again: error };
    }
  };

  const ended = await attempt();
  clearInterval(timer);
  stopping.removeEventListener('abort', onStopping);
  await telling;
  if (ended === 'lost') return;
  if (ended === 'cancelled') return endJob(world, lease, { state: 'cancelled' });
  // the last progress first: whoever goes on begins where this attempt got to
  await beat(world.db, lease, shown);
  if (ended === 'stopping') return giveBack(world.db, lease, {});
  if ('again' in ended) {
    const delaySeconds = retryDelaySeconds * 2 ** lease.failures;
    return giveBack(world.db, lease, { delaySeconds, fault: faultOf(ended.again) });
  }
  return endJob(world, lease, ended);
}
