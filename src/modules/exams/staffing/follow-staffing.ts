import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';

/** A calculation that was stopped or given up says so; an application that was cut off may be begun again. */
export const followStaffing = subscribe('jobs.finished', 'exams.follow-staffing', async ({ tx, event }) => {
  const { name, subjectId, state, jobId } = event.payload as Record<string, string | null>;
  if (!subjectId || state === 'done' || (name !== 'exams.computeStaffing' && name !== 'exams.applyStaffing'))
    return;
  await sql`update exams.staffing set state = case state when 'applying' then 'proposed' else 'failed' end, rev = rev + 1
    where id = ${subjectId} and job_id = ${jobId} and state in ('computing', 'applying')`.execute(tx);
});
