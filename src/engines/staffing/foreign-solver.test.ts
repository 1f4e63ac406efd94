import loadHighs from 'highs';
import { expect, it } from 'vitest';
import { staff } from './index.ts';
import { buildMarket } from './model/market.ts';
import { costProblem } from './model/problem.ts';
import { smallSeason } from './testing/small-season.ts';
import { writeLp } from './testing/write-lp.ts';

it('costs what a linear programming solver finds for the same network', async () => {
  const highs = await loadHighs();
  let compared = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const instance = smallSeason(seed, {
      experts: 30,
      sessions: 20,
      days: 6,
      competences: 3,
      employers: true,
    });
    const problem = costProblem(buildMarket(instance));
    const answer = highs.solve(writeLp(problem));
    expect(answer.Status).toBe('Optimal');
    expect(staff(instance).cost).toBeCloseTo(answer.ObjectiveValue / problem.unit, 4);
    compared++;
  }
  expect(compared).toBe(12);
});
