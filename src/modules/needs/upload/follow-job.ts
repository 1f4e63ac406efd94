import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';

/** A step stopped while it still waited in the queue, or given up: the upload says so too. */
export const followImportJob = subscribe('jobs.finished', 'needs.follow-import', async ({ tx, event }) => {
  const { subjectKind, subjectId, state, jobId } = event.payload as Record<string, string | null>;
  if (subjectKind !== 'needs.import' || !subjectId || state === 'done') return;
  await sql`update needs.import set state = case state when 'reading' then 'cancelled' else 'read' end
    where id = ${subjectId} and state in ('reading', 'applying') and job_id = ${jobId}`.execute(tx);
});
