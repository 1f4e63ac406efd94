import { sql } from 'kysely';
import {
  checkInstance,
  computeBaselines,
  computeOrder,
  explainInfeasible,
  NoPlanError,
  type OrderInstance,
  openSolver,
  type Solver,
} from '../../../engines/seats/index.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { dayIn, found, type World } from '../../../platform/use-case/index.ts';
import type { Question, VariantSettings } from '../instance/question.ts';
import { readInstance } from '../instance/read-instance.ts';
import { saveOrder } from './save-order.ts';

interface Variant {
  title: string;
  forecast_run_id: string;
  decision_year: number;
  settings: VariantSettings;
  decisions: Question['decisions'];
}

/**
 * The whole way of a variant: today's data into an instance, four solved stages, own check, certificate, two simple
 * orders to compare with. It is stored whole or not at all; an instance without a plan is explained, not failed.
 * A calculation cut off in the middle starts anew; how it ended without a result says `followCalculation`.
 */
export const calculateOrderJob = defineJob<{ variantId: string }>({
  name: 'order.calculate',
  titleKey: 'order:job.calculate',
  link: ({ input }) => `/order/${input.variantId}`,
  async run({ input: { variantId }, world, progress, signal }) {
    const { rows } = await sql<Variant>`update training_order.variant set state = 'running'
      where id = ${variantId} and state in ('queued', 'running') returning title, forecast_run_id, decision_year, settings, decisions`.execute(
      world.db,
    );
    const variant = found(rows[0]);
    progress(2, 'order:job.reading');
    const question: Question = {
      variantId,
      title: variant.title,
      forecastRunId: variant.forecast_run_id,
      decisionYear: variant.decision_year,
      asOf: dayIn(world.timeZone, world.now()),
      ...variant.settings,
      decisions: variant.decisions,
    };
    const solver = openSolver(signal);
    try {
      const instance = checkInstance(await readInstance(world.db, question));
      await solve(world, variantId, instance, { solver, signal, progress });
      return { variantId };
    } finally {
      await solver.close();
    }
  },
});

interface Solving {
  solver: Solver;
  signal: AbortSignal;
  progress(percent: number, noteKey?: string): void;
}

async function solve(
  world: World,
  variantId: string,
  instance: OrderInstance,
  { solver, signal, progress }: Solving,
): Promise<void> {
  progress(8, 'order:job.solving');
  try {
    const order = await computeOrder(instance, {
      solver,
      signal,
      onProgress: (step) => progress(8 + step.stage * 18, 'order:job.solving'),
    });
    signal.throwIfAborted();
    progress(85, 'order:job.comparing');
    const baselines = await computeBaselines(instance, order.model, solver);
    progress(92, 'order:job.saving');
    await inTransaction(world.db, (tx) =>
      saveOrder(tx, {
        variantId,
        instance,
        order,
        baselines,
        now: world.now().toISOString(),
        newId: world.newId,
      }),
    );
  } catch (error) {
    if (!(error instanceof NoPlanError)) throw error;
    const why = await explainInfeasible(instance, solver);
    const problem = { because: why.because, advice: why.advice };
    await sql`update training_order.variant set state = 'failed', problem = ${JSON.stringify(problem)}::jsonb,
      calculated_at = ${world.now().toISOString()} where id = ${variantId}`.execute(world.db);
  }
}
