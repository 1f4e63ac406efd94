import { sql } from 'kysely';
import { within } from '../rights/index.ts';
import { found, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { JOB_COLUMNS, type JobRow, type JobView, toJobView } from './job-view.ts';

export const mayCancel = (job: Pick<JobView, 'state'>) => job.state === 'queued' || job.state === 'running';

export const getJob = useCase(contract.getJob, {
  right: 'jobs.job.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<JobRow>`select ${JOB_COLUMNS} from platform.job
      where id = ${input.id} and ${within(scope, actor, { person: 'owner_person_id' })}`.execute(tx);
    return toJobView(found(rows[0]));
  },
  can: ({ data, may }) => ({ cancel: may('jobs.job.cancel') && mayCancel(data) }),
});
