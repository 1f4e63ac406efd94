import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';
import { stepRound } from './move-round.ts';

/** A draw that was stopped or given up leaves the round frozen, as it was before. */
export const followDraw = subscribe('jobs.finished', 'practice.follow-draw', async (args) => {
  const { name, subjectId, state, jobId } = args.event.payload as Record<string, string | null>;
  if (name !== 'practice.drawRound' || !subjectId || state === 'done') return;
  const { rows } = await sql<{
    id: string;
    organisationId: string | null;
  }>`select id, organisation_id as "organisationId"
    from practice.round where id = ${subjectId} and state = 'drawing' and job_id = ${jobId} for update`.execute(
    args.tx,
  );
  if (rows[0]) await stepRound(args, rows[0], 'giveUp');
});
