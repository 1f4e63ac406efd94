import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { applyStaffingJob } from './apply-staffing.job.ts';

/** Sends the proposal out as a job: a year's exams are hundreds of rows with all their guards. */
export const applyStaffing = useCase(contract.applyStaffing, {
  right: 'exams.staffing.lead',
  async run({ input, tx, actor, now, newId, change }) {
    const { rows } = await sql<{
      state: string;
      rev: number;
    }>`select state, rev from exams.staffing where id = ${input.id} for update`.execute(tx);
    const { state, rev } = found(rows[0]);
    if (state !== 'proposed') throw refuse('exams:staffing.error.notProposed', {}, { status: 409 });
    if (rev !== input.rev) throw stale();
    const { personId, role } = actor;
    const jobId = await enqueueJob(
      tx,
      applyStaffingJob,
      { staffingId: input.id, personId, role },
      {
        newId,
        now,
        ownerPersonId: personId,
        subject: { kind: 'exams.staffing', id: input.id },
      },
    );
    await sql`update exams.staffing set state = 'applying', job_id = ${jobId}, applied_by = ${personId}, rev = rev + 1
      where id = ${input.id}`.execute(tx);
    change({
      subject: { kind: 'exams.staffing', id: input.id },
      before: { state },
      after: { state: 'applying' },
    });
    return { id: input.id, jobId };
  },
});
