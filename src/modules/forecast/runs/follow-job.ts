import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';

/** A calculation stopped, in the queue or under way, or given up after its retries: the run says so too. */
export const followRun = subscribe('jobs.finished', 'forecast.follow-run', async ({ tx, event, now }) => {
  const { name, subjectId, state, jobId } = event.payload as Record<string, string | null>;
  if (name !== 'forecast.run' || !subjectId || state === 'done') return;
  await sql`update forecast.run set state = ${state === 'cancelled' ? 'cancelled' : 'failed'}, finished_at = ${now}
    where id = ${subjectId} and state in ('queued', 'running') and job_id = ${jobId}`.execute(tx);
});
