/** The order of the whole demo, three intakes, calculated twice: the plan and its certificate, byte for byte. */
import { beforeAll, expect, test } from 'vitest';
import { demoWorld } from '../../testing/demo-world.ts';
import { runJob } from '../../testing/run-job.ts';
import type { TestWorld } from '../../testing/world.ts';
import { runForecastJob } from '../forecast/runs/run-forecast.job.ts';
import { withoutIds } from './testing/without-ids.test.kit.ts';
import { calculateOrderJob } from './variants/calculate-order.job.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
  const { id } = await world.call<{ id: string }>(
    'forecast.startRun',
    { title: 'Учение' },
    world.as('min_econ_specialist'),
  );
  await runJob(world, runForecastJob, { runId: id, seed: 1 });
});

async function calculate(): Promise<string> {
  const { id } = await world.call<{ id: string }>(
    'order.startVariant',
    { title: 'Учение', decisionYear: 2027 },
    world.as('min_edu_specialist'),
  );
  await runJob(world, calculateOrderJob, { variantId: id });
  return id;
}

test('the same question gives the same order', { timeout: 900_000 }, async () => {
  const twice = [await calculate(), await calculate()];
  for (const name of ['instance.json', 'plan.json', 'model.mps', 'duals.json']) {
    const [first, second] = await withoutIds(world.db, twice, name);
    expect(first?.length, name).toBeGreaterThan(1000);
    expect(first === second, name).toBe(true);
  }
});
