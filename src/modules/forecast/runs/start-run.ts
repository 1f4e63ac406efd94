import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { runForecastJob } from './run-forecast.job.ts';

export const startRun = useCase(contract.startRun, {
  right: 'forecast.run.start',
  async run({ input, tx, actor, now, newId, change }) {
    const id = newId();
    // one version after another, whoever starts them
    await sql`lock table forecast.run in share row exclusive mode`.execute(tx);
    const { rows } = await sql<{
      version: number;
    }>`select coalesce(max(version), 0) + 1 as version from forecast.run`.execute(tx);
    const version = rows[0]?.version ?? 1;
    await sql`insert into forecast.run (id, version, title, state, engine, settings, seed, started_by, created_at)
      values (${id}, ${version}, ${input.title}, 'queued', 'rostok-forecast/1', '{}', ${input.seed}, ${actor.personId}, ${now})`.execute(
      tx,
    );
    const jobId = await enqueueJob(
      tx,
      runForecastJob,
      { runId: id, seed: input.seed },
      {
        newId,
        now,
        ownerPersonId: actor.personId,
        subject: { kind: 'forecast.run', id },
        titleParams: { title: input.title },
      },
    );
    await sql`update forecast.run set job_id = ${jobId} where id = ${id}`.execute(tx);
    change({ subject: { kind: 'forecast.run', id }, after: { version, title: input.title } });
    return { id, jobId, version };
  },
});
