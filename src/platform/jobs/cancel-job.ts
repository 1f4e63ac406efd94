import { sql } from 'kysely';
import { within } from '../rights/index.ts';
import { found, refuse, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { mayCancel } from './get-job.ts';
import { JOB_COLUMNS, type JobRow, toJobView } from './job-view.ts';

/** A waiting job is over at once; a running one is told at its next heartbeat and ends where it can. */
export const cancelJob = useCase(contract.cancelJob, {
  right: 'jobs.job.cancel',
  async run({ input, tx, actor, scope, change, emit }) {
    const mine = within(scope, actor, { person: 'owner_person_id' });
    const before = await sql<{ state: JobRow['state']; name: string }>`select state, name from platform.job
      where id = ${input.id} and ${mine} for update`.execute(tx);
    const { state, name } = found(before.rows[0]);
    if (state === 'done' || state === 'failed') throw refuse('jobs:error.alreadyEnded', {}, { status: 409 });
    const { rows } = await sql<JobRow>`update platform.job set
        state = case state when 'queued' then 'cancelled' when 'running' then 'cancelling' else state end,
        finished_at = case when state = 'queued' then clock_timestamp() else finished_at end
      where id = ${input.id} returning ${JOB_COLUMNS}`.execute(tx);
    const after = toJobView(found(rows[0]));
    if (state === 'queued')
      emit('jobs.finished', {
        jobId: input.id,
        name,
        state: 'cancelled',
        subjectKind: after.subject?.kind ?? null,
        subjectId: after.subject?.id ?? null,
      });
    change({ subject: { kind: 'jobs.job', id: input.id }, before: { state }, after: { state: after.state } });
    return after;
  },
  can: ({ data, may }) => ({ cancel: may('jobs.job.cancel') && mayCancel(data) }),
});
