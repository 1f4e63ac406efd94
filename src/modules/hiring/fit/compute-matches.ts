import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { computeMatchesJob } from './compute-matches.job.ts';

/** One computation at a time serves everybody: a second request joins the one that waits. */
export const computeMatches = useCase(contract.computeMatches, {
  right: 'hiring.fit.run',
  async run({ tx, actor, now, newId }) {
    const { rows } = await sql<{ id: string }>`select id from platform.job
      where name = ${computeMatchesJob.name} and state in ('queued', 'running') order by created_at desc limit 1`.execute(
      tx,
    );
    const waiting = rows[0]?.id;
    if (waiting) return { jobId: waiting };
    return {
      jobId: await enqueueJob(tx, computeMatchesJob, {}, { newId, now, ownerPersonId: actor.personId }),
    };
  },
});
