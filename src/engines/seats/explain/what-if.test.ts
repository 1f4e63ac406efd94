import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkInstance } from '../input/check-instance.ts';
import { buildModel } from '../model/build-model.ts';
import { say } from '../say.ts';
import { openSolver, type Solver } from '../solve/solver.ts';
import { runStages } from '../solve/stages.ts';
import { severalRegions } from '../testing/several-regions.ts';
import { whatIf } from './what-if.ts';

// Eight regions with thirty-two programmes of colleges and one budget: linked programmes are not all of them.
const o = checkInstance(severalRegions(8));
const model = buildModel(o);
let solver: Solver;
let x: Float64Array;
beforeAll(async () => {
  solver = openSolver();
  ({ x } = await runStages(model, solver, { epsilon: 1e-3, seed: 1, lastStage: 1, limits: { gap: 1e-6 } }));
});
afterAll(() => solver.close());

it.each(['A0', 'A3'])('answers by linked programmes almost as by the whole region: %s', async (college) => {
  const question = { college, programme: 'weld', year: 2027, seats: 0 };
  const whole = await whatIf(o, model, x, solver, question);
  const linked = await whatIf(o, model, x, solver, question, 0);
  expect([whole.everythingFree, linked.everythingFree]).toEqual([true, false]);
  expect(whole.freed).toEqual({ programmes: 32, of: 32 });
  expect(linked.freed.programmes).toBeGreaterThan(4);
  expect(linked.freed.programmes).toBeLessThan(32);
  expect(whole.goalChange).toBeGreaterThan(1);
  // What moves most is free, so the answer is that of the whole region to a hundredth or two.
  expect(Math.abs(linked.goalChange / whole.goalChange - 1)).toBeLessThan(0.02);
  const last = linked.sentences.at(-1)!;
  expect(last.id).toBe('whatIf.scope');
  expect(say('ru')(last.id, last.params)).toMatch(/^Пересчитан.* из 32/);
  expect(whole.sentences.map((s) => s.id)).not.toContain('whatIf.scope');
});
