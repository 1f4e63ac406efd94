import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { calculateOrderJob } from './calculate-order.job.ts';

export const startVariant = useCase(contract.startVariant, {
  right: 'order.variant.start',
  async run({ input, tx, actor, now, newId, change }) {
    const run = await sql<{
      id: string;
      last: number;
    }>`select r.id, (select max(year) from forecast.cell_v c where c.run_id = r.id)::int as last
      from forecast.run_v r where r.state = 'done' order by r.version desc limit 1`.execute(tx);
    const forecast = run.rows[0];
    if (!forecast) throw refuse('order:error.noForecast');
    if (input.decisionYear >= forecast.last)
      throw refuse(
        'order:error.beyondHorizon',
        { last: forecast.last },
        {
          fields: [
            { path: 'decisionYear', key: 'order:error.beyondHorizon', params: { last: forecast.last } },
          ],
        },
      );
    await sql`lock table training_order.variant in share row exclusive mode`.execute(tx);
    const { rows } = await sql<{
      version: number;
    }>`select coalesce(max(version), 0) + 1 as version from training_order.variant
      where decision_year = ${input.decisionYear}`.execute(tx);
    const version = rows[0]?.version ?? 1;
    const id = newId();
    const { needCase, budgetChange, decisions } = input;
    await sql`insert into training_order.variant (id, decision_year, version, title, state, forecast_run_id, settings, prepared_by, created_at, based_on, decisions)
      values (${id}, ${input.decisionYear}, ${version}, ${input.title}, 'queued', ${forecast.id},
        ${JSON.stringify({ needCase, budgetChange })}::jsonb, ${actor.personId}, ${now}, ${input.basedOn ?? null}, ${JSON.stringify(decisions)}::jsonb)`.execute(
      tx,
    );
    const jobId = await enqueueJob(
      tx,
      calculateOrderJob,
      { variantId: id },
      {
        newId,
        now,
        ownerPersonId: actor.personId,
        subject: { kind: 'order.variant', id },
        titleParams: { title: input.title },
      },
    );
    await sql`update training_order.variant set job_id = ${jobId} where id = ${id}`.execute(tx);
    change({ subject: { kind: 'order.variant', id }, after: { ...input, version } });
    return { id, jobId, version };
  },
});
