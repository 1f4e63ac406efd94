import { sql } from 'kysely';
import { inTransaction, type Tx } from '../database/index.ts';
import type { World } from '../use-case/execute.ts';
import type { Params } from './define-job.ts';
import { tellFinished } from './tell-finished.ts';

/** A job taken by this process. Times are the database's own, so that all processes agree on them. */
export interface Lease {
  id: string;
  name: string;
  input: unknown;
  checkpoint: unknown;
  owner_person_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  progress: number;
  failures: number;
  worker: string;
  attempt: number;
}

/** Takes a queued job; null when somebody else has it, or it was cancelled meanwhile. */
export async function claimJob(db: Tx, id: string, worker: string): Promise<Lease | null> {
  const { rows } = await sql<Lease>`update platform.job set state = 'running', worker = ${worker},
      attempt = attempt + 1, started_at = coalesce(started_at, clock_timestamp()), heartbeat_at = clock_timestamp(),
      base_progress = progress, base_at = clock_timestamp()
    where id = ${id} and state = 'queued'
    returning id, name, input, checkpoint, owner_person_id, subject_kind, subject_id, progress, failures, worker, attempt`.execute(
    db,
  );
  return rows[0] ?? null;
}

const held = ({ id, worker, attempt }: Lease) =>
  sql<boolean>`id = ${id} and worker = ${worker} and attempt = ${attempt} and state in ('running', 'cancelling')`;

export interface Beat {
  progress: number;
  note: { key: string; params: Params } | null;
}

/** Says that the job is alive and how far it is. Gives its state, or `lost` when it is no longer ours. */
export async function beat(
  db: Tx,
  lease: Lease,
  { progress, note }: Beat,
): Promise<'running' | 'cancelling' | 'lost'> {
  const { rows } = await sql<{ state: 'running' | 'cancelling' }>`update platform.job set
      heartbeat_at = clock_timestamp(), progress = ${progress}, note_key = ${note?.key ?? null},
      note_params = ${note ? JSON.stringify(note.params) : null}::jsonb
    where ${held(lease)} returning state`.execute(db);
  return rows[0]?.state ?? 'lost';
}

/** Keeps the place to go on from. Refused (an error) when the job was taken over: its work must not be doubled. */
export async function saveCheckpoint(db: Tx, lease: Lease, value: unknown): Promise<void> {
  const { rows } = await sql`update platform.job set checkpoint = ${JSON.stringify(value)}::jsonb,
      heartbeat_at = clock_timestamp() where ${held(lease)} returning id`.execute(db);
  if (rows.length === 0) throw new Error(`Job ${lease.id} was taken over by another process`);
}

export type Outcome =
  | { state: 'done'; result: unknown }
  | { state: 'cancelled' }
  | { state: 'failed'; key: string; params: Record<string, unknown>; fault: string | null };

/** Ends the job and tells the house (`jobs.finished`), in one transaction. */
export async function endJob(world: World, lease: Lease, outcome: Outcome): Promise<void> {
  const failed = outcome.state === 'failed' ? outcome : null;
  const result = outcome.state === 'done' ? JSON.stringify(outcome.result ?? null) : null;
  await inTransaction(world.db, async (tx) => {
    const { rows } =
      await sql`update platform.job set state = ${outcome.state}, finished_at = clock_timestamp(),
        progress = case when ${outcome.state} = 'done' then 100 else progress end, result = ${result}::jsonb,
        error_key = ${failed?.key ?? null}, error_params = ${failed ? JSON.stringify(failed.params) : null}::jsonb,
        fault = ${failed?.fault ?? null}, checkpoint = null
      where ${held(lease)} returning id`.execute(tx);
    if (rows.length === 0) return;
    await tellFinished(tx, world, { ...lease, state: outcome.state });
  });
  world.nudge?.();
}

/** Puts the job back into the queue: after a failure (with a delay), or because this process stops. */
export async function giveBack(
  db: Tx,
  lease: Lease,
  { delaySeconds = 0, fault = null }: { delaySeconds?: number; fault?: string | null },
): Promise<void> {
  await sql`update platform.job set state = case when state = 'cancelling' then 'cancelled' else 'queued' end,
      finished_at = case when state = 'cancelling' then clock_timestamp() end, worker = null, sent_at = null,
      failures = failures + ${fault === null ? 0 : 1}, fault = ${fault},
      start_after = clock_timestamp() + ${delaySeconds} * interval '1 second'
    where ${held(lease)}`.execute(db);
}
