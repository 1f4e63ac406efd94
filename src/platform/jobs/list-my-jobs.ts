import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { JOB_COLUMNS, type JobRow, toJobView } from './job-view.ts';

const ACTIVE = sql<boolean>`state in ('queued', 'running', 'cancelling')`;

export const listMyJobs = useCase(contract.listMyJobs, {
  right: 'jobs.job.read',
  async run({ input, tx, actor }) {
    const { only, subjectKind, subjectId, limit, offset } = input;
    const mine = sql<boolean>`owner_person_id = ${actor.personId}
      and (${only} = 'all' or ${ACTIVE})
      and (${subjectKind ?? null}::text is null or subject_kind = ${subjectKind ?? null})
      and (${subjectId ?? null}::text is null or subject_id = ${subjectId ?? null})`;
    const { rows } = await sql<JobRow>`select ${JOB_COLUMNS} from platform.job where ${mine}
      order by created_at desc, id desc limit ${limit} offset ${offset}`.execute(tx);
    const count = await sql<{
      total: number;
    }>`select count(*) as total from platform.job where ${mine}`.execute(tx);
    return { rows: rows.map(toJobView), total: count.rows[0]?.total ?? 0 };
  },
});
