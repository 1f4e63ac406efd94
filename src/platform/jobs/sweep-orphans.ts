import { sql } from 'kysely';
import { inTransaction } from '../database/index.ts';
import type { World } from '../use-case/execute.ts';
import { tellFinished } from './tell-finished.ts';

/** A job that has taken its process down so many times is not tried again. */
const MOST_CRASHES = 3;

interface Swept {
  id: string;
  name: string;
  state: string;
  subject_kind: string | null;
  subject_id: string | null;
}

/**
 * Finds the jobs of processes that are gone (no heartbeat for `staleSeconds`) and puts them back into the queue
 * with their checkpoints, and jobs whose message was lost between queue and process. Gives how many were moved.
 * With `staleSeconds` 0 every running job is an orphan: only right when no other process can be at work.
 */
export async function sweepOrphans(world: World, staleSeconds: number): Promise<number> {
  const age = sql`${staleSeconds} * interval '1 second'`;
  return inTransaction(world.db, async (tx) => {
    const crashed = await sql<Swept>`update platform.job set
        state = case when state = 'cancelling' then 'cancelled'
          when crashes + 1 >= ${MOST_CRASHES} then 'failed' else 'queued' end,
        error_key = case when state = 'running' and crashes + 1 >= ${MOST_CRASHES} then 'jobs:error.crashed' end,
        error_params = case when state = 'running' and crashes + 1 >= ${MOST_CRASHES}
          then jsonb_build_object('jobId', id) end,
        finished_at = case when state = 'cancelling' or crashes + 1 >= ${MOST_CRASHES} then clock_timestamp() end,
        crashes = crashes + 1, worker = null, sent_at = null
      where state in ('running', 'cancelling') and heartbeat_at <= clock_timestamp() - ${age}
      returning id, name, state, subject_kind, subject_id`.execute(tx);
    for (const job of crashed.rows) if (job.state !== 'queued') await tellFinished(tx, world, job);
    const lost = await sql`update platform.job j set sent_at = null
      where state = 'queued' and sent_at <= clock_timestamp() - 2 * ${age}
        and not exists (select 1 from pgboss.job m
          where m.name = 'rostok-' || j.lane and m.singleton_key = j.id::text and m.state < 'active')
      returning id`.execute(tx);
    return crashed.rows.length + lost.rows.length;
  });
}
