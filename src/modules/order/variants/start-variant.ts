import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { VariantSettings } from '../instance/question.ts';
import { calculateOrderJob } from './calculate-order.job.ts';

interface Base {
  decisionYear: number;
  settings: VariantSettings;
  forecast: { id: string; last: number };
}

/**
 * The variant decisions depart from. Their price is the difference of the two, so the second is asked as the first
 * was: of the same forecast, the same need, the same money, by the settings of the same day.
 */
async function readBase(tx: Tx, id: string): Promise<Base> {
  const { rows } = await sql<Base>`select v.decision_year as "decisionYear", v.settings,
      jsonb_build_object('id', v.forecast_run_id, 'last',
        (select max(year)::int from forecast.cell_v c where c.run_id = v.forecast_run_id)) as forecast
    from training_order.variant v where v.id = ${id}`.execute(tx);
  return found(rows[0]);
}

async function newestForecast(tx: Tx): Promise<Base['forecast']> {
  const { rows } = await sql<Base['forecast']>`select r.id, (select max(year) from forecast.cell_v c
      where c.run_id = r.id)::int as last
    from forecast.run_v r where r.state = 'done' order by r.version desc limit 1`.execute(tx);
  if (!rows[0]) throw refuse('order:error.noForecast');
  return rows[0];
}

const atYear = (key: string, params: Record<string, number>) =>
  refuse(key, params, { fields: [{ path: 'decisionYear', key, params }] });

export const startVariant = useCase(contract.startVariant, {
  right: 'order.variant.start',
  async run({ input, tx, actor, now, today, newId, change }) {
    const base = input.basedOn ? await readBase(tx, input.basedOn) : null;
    const forecast = base?.forecast ?? (await newestForecast(tx));
    if (base && base.decisionYear !== input.decisionYear)
      throw atYear('order:error.otherYear', { year: base.decisionYear });
    if (input.decisionYear >= forecast.last)
      throw atYear('order:error.beyondHorizon', { last: forecast.last });
    const settings: VariantSettings = {
      needCase: input.needCase ?? base?.settings.needCase ?? 'base',
      budgetChange: input.budgetChange ?? base?.settings.budgetChange ?? 0,
      asOf: base?.settings.asOf ?? today,
    };
    await sql`lock table training_order.variant in share row exclusive mode`.execute(tx);
    const { rows } = await sql<{
      version: number;
    }>`select coalesce(max(version), 0) + 1 as version from training_order.variant
      where decision_year = ${input.decisionYear}`.execute(tx);
    const version = rows[0]?.version ?? 1;
    const id = newId();
    const { decisions } = input;
    await sql`insert into training_order.variant (id, decision_year, version, title, state, forecast_run_id, settings, prepared_by, created_at, based_on, decisions)
      values (${id}, ${input.decisionYear}, ${version}, ${input.title}, 'queued', ${forecast.id},
        ${JSON.stringify(settings)}::jsonb, ${actor.personId}, ${now}, ${input.basedOn ?? null}, ${JSON.stringify(decisions)}::jsonb)`.execute(
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
    change({ subject: { kind: 'order.variant', id }, after: { ...input, ...settings, version } });
    return { id, jobId, version };
  },
});
