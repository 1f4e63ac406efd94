import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';

/** A calculation stopped, in the queue or under way, or given up after its retries: the variant says so too. */
export const followCalculation = subscribe(
  'jobs.finished',
  'order.follow-calculation',
  async ({ tx, event }) => {
    const { name, subjectId, state, jobId } = event.payload as Record<string, string | null>;
    if (name !== 'order.calculate' || !subjectId || state === 'done') return;
    await sql`update training_order.variant set state = ${state === 'cancelled' ? 'cancelled' : 'failed'}
    where id = ${subjectId} and state in ('queued', 'running') and job_id = ${jobId}`.execute(tx);
  },
);
