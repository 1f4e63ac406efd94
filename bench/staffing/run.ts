// Figures of the engine `staffing` beside highs on the same instances.
// Usage: node --import tsx bench/staffing/run.ts [--quick]   (--quick leaves out 5,000 × 15,000 and highs on 1,000 × 3,000)
import loadHighs from 'highs';
import { schedule, staff, verifySchedule, verifyStaffing } from '../../src/engines/staffing/index.ts';
import { buildMarket } from '../../src/engines/staffing/model/market.ts';
import { costProblem } from '../../src/engines/staffing/model/problem.ts';
import { solveNetwork } from '../../src/engines/staffing/solve/solve-network.ts';
import { writeLp } from '../../src/engines/staffing/testing/write-lp.ts';
import { season as calendar } from './calendar.ts';
import { season } from './generate.ts';
import { panels } from './panels.ts';

const quick = process.argv.includes('--quick');

/** Median and least milliseconds of so many runs, and the median of processor time. */
function times(runs: number, run: () => void): { median: number; least: number; processor: number } {
  const wall: number[] = [];
  const busy: number[] = [];
  for (let i = 0; i < runs + 1; i++) {
    const used = process.cpuUsage();
    const from = performance.now();
    run();
    wall.push(performance.now() - from);
    const now = process.cpuUsage(used);
    busy.push((now.user + now.system) / 1000);
    if (i === 0 && runs > 1) {
      wall.length = 0;
      busy.length = 0;
    }
    if (i === 0 && runs === 1) break;
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1]!;
  return { median: middle(wall), least: Math.min(...wall), processor: middle(busy) };
}
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

for (const [sessions, experts, competences, runs] of [
  [300, 900, 12, 15],
  [1000, 3000, 18, 15],
  ...(quick ? [] : [[5000, 15_000, 40, 3]]),
] as [number, number, number, number][]) {
  const instance = season(sessions, experts, 1, competences);
  const result = staff(instance);
  const faults = sessions > 1000 ? 0 : verifyStaffing(instance, result).length;
  const dense = times(runs, () => buildMarket(instance));
  const solve = (() => {
    const market = buildMarket(instance);
    return times(runs, () => solveNetwork(costProblem(market)));
  })();
  const whole = times(runs, () => staff(instance));
  console.log(`\nStaffing ${sessions} × ${experts}, ${buildMarket(instance).pairExpert.length} pairs`);
  for (const [name, t] of [
    ['dense numbers', dense],
    ['solve', solve],
    ['whole staff(), proof and explanations too', whole],
  ] as const)
    console.log(`  ${name}: median ${ms(t.median)}, least ${ms(t.least)}, processor ${ms(t.processor)}`);
  console.log(
    `  cost ${result.cost}, bound ${result.bound}, gap ${result.gap}, empty ${result.unfilled.length}, faults ${faults}, memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
  if (sessions > 1000 || (quick && sessions > 300)) continue;
  const problem = costProblem(buildMarket(instance));
  const lp = writeLp(problem);
  const highs = await loadHighs();
  const from = performance.now();
  const answer = highs.solve(lp);
  console.log(
    `  highs: ${ms(performance.now() - from)}, ${answer.Status} ${answer.ObjectiveValue / problem.unit}`,
  );
}

for (const load of [4, 2]) {
  const instance = panels(177, 118, load, 1);
  const t = times(5, () => staff(instance));
  const { score, bound, gap } = staff(instance);
  console.log(
    `\nPanels 177 × 118, load ≤ ${load}: median ${ms(t.median)}, minimum ${score!.minimum} (none above ${bound}, gap ${gap}), total ${score!.total} (none above ${score!.totalBound})`,
  );
}

for (const seed of [1, 2, 3]) {
  const instance = calendar(300, 40, 60, seed);
  const t = times(1, () => schedule(instance));
  const plan = schedule(instance);
  console.log(
    `\nDates and sites 300 × 40 × 60, seed ${seed}: ${ms(t.median)}, cost ${plan.cost}, bound ${plan.bound.toFixed(1)}, gap ${(100 * plan.gap).toFixed(2)} %, unplaced ${plan.unplaced.length}, faults ${verifySchedule(instance, plan).length}`,
  );
}
