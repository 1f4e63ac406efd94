import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';
import { stepRound } from './move-round.ts';

/**
 * A draw that was stopped or given up leaves the round frozen, as it was before. A publication that was stopped before
 * anybody was placed leaves it drawn; later it stays under way, to be gone on with.
 */
export const followDraw = subscribe('jobs.finished', 'practice.follow-draw', async (args) => {
  const { name, subjectId, state, jobId } = args.event.payload as Record<string, string | null>;
  const draw = name === 'practice.drawRound';
  if ((!draw && name !== 'practice.publishRound') || !subjectId || state === 'done') return;
  const { rows } = await sql<{
    id: string;
    organisationId: string | null;
    begun: boolean;
  }>`select r.id, r.organisation_id as "organisationId", exists (select 1 from practice.round_result w
        join practice.round_entry e on e.round_id = w.round_id and e.student_id = w.student_id
        join practice.placement x on x.plan_id = e.plan_id and x.student_id = e.student_id and x.offer_id = w.offer_id
          and x.state <> 'failed' where w.round_id = r.id and w.run = r.last_run) as begun
    from practice.round r where r.id = ${subjectId} and r.state = ${draw ? 'drawing' : 'publishing'}
      and r.job_id = ${jobId} for update of r`.execute(args.tx);
  const [round] = rows;
  if (!round) return;
  if (draw) await stepRound(args, round, 'giveUp');
  else if (!round.begun) await stepRound(args, round, 'holdBack');
});
