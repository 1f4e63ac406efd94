import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  buildModel,
  certify,
  checkPlan,
  computeBaselines,
  dualBound,
  explainInfeasible,
  openSolver,
  readPlan,
  saveFolder,
  verifyFolder,
  whatIf,
  whySeats,
} from '../../src/engines/seats/index.ts';
import { stageProgram } from '../../src/engines/seats/solve/program.ts';
import { defaultLimits, runStages } from '../../src/engines/seats/solve/stages.ts';
import { generateRegion } from './generate.ts';
import { comparePeers } from './peers.ts';

export interface Row {
  what: string;
  value: string;
  target?: string;
}

/** Wall and processor seconds of one piece of work: the machine may be shared. */
async function timed<T>(work: () => Promise<T> | T): Promise<{ out: T; wall: number; cpu: number }> {
  const wall = performance.now();
  const before = process.cpuUsage();
  const out = await work();
  const used = process.cpuUsage(before);
  return { out, wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 };
}

const seconds = (t: { wall: number; cpu: number }) =>
  `${t.wall.toFixed(1)} s wall, ${t.cpu.toFixed(1)} s cpu`;
const percent = (v: number) => `${(100 * v).toFixed(3)} %`;

/**
 * The bench of the training order: a whole region once, then several smaller ones against simple rules.
 * `ROSTOK_BENCH_SEED` chooses the region, `ROSTOK_BENCH_SEEDS` how many small ones.
 */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  const row = (what: string, value: string, target?: string) => {
    rows.push(target ? { what, value, target } : { what, value });
    console.error(`  ${what}: ${value}`);
  };
  const seed = Number(process.env.ROSTOK_BENCH_SEED ?? 1);
  await benchRegion(seed, row);
  await benchConflict(seed, row);
  await benchRules(Number(process.env.ROSTOK_BENCH_SEEDS ?? 5), row);
  for (const peer of await comparePeers()) rows.push(peer);
  console.table(rows);
  return rows;
}

type Tell = (what: string, value: string, target?: string) => void;

async function benchRegion(seed: number, row: Tell): Promise<void> {
  const solver = openSolver();
  const dir = mkdtempSync(join(tmpdir(), 'rostok-bench-'));
  try {
    const o = generateRegion({ seed });
    const built = await timed(() => buildModel(o));
    const m = built.out;
    const whole = m.integer.reduce((n, v) => n + v, 0);
    row(
      'region',
      `${m.rows} rows, ${m.cols} columns, ${m.values.length} numbers, ${whole} whole, seed ${seed}`,
    );
    row('model built', seconds(built));
    const program = stageProgram(m, 1, [], false);
    const lp = await timed(() =>
      solver.run({ program, options: { random_seed: 1, simplex_dual_edge_weight_strategy: 1 } }),
    );
    row('linear relaxation', seconds(lp), '≤ 10 s');
    const bound = await timed(() => dualBound(program, lp.out.rowDual!));
    row('own bound: time', `${(1000 * bound.wall).toFixed(1)} ms`, '≤ 50 ms');
    row(
      'own bound: relative error',
      ((lp.out.objective - bound.out) / lp.out.objective).toExponential(1),
      '≤ 1e-9',
    );
    const marks: { stage: number; at: number }[] = [];
    const begin = performance.now();
    const all = await timed(() =>
      runStages(m, solver, {
        epsilon: 1e-3,
        seed: 1,
        onProgress: (p) => {
          if (marks.at(-1)?.stage !== p.stage) marks.push({ stage: p.stage, at: performance.now() });
        },
      }),
    );
    const second = marks.find((k) => k.stage === 2);
    if (second) row('stage 1', `${((second.at - begin) / 1000).toFixed(1)} s wall`, '≤ 120 s');
    row('all stages', seconds(all), '≤ 300 s');
    for (const s of all.out.stages) {
      const gap = (bound: number) => percent((s.value - bound) / Math.max(1e-9, Math.abs(s.value)));
      row(
        `stage ${s.stage}: value, own gap, gap by the solver`,
        `${s.value.toFixed(3)}, ${gap(s.ownBound)}, ${gap(s.solverBound)}${s.cutByClock ? ', cut by the clock' : ''}`,
        s.stage === 1 ? '≤ 0.1 % by the solver' : undefined,
      );
    }
    // Kilobytes of the system: the most the whole process ever held, solver thread and loader included.
    const peak = () => `${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB`;
    row('memory at most (process with solver thread)', peak(), '≤ 600 MB');
    const plan = readPlan(o.id, m, all.out.x);
    const check = await timed(() => checkPlan(o, plan));
    row(
      'own checker',
      `${seconds(check)}, worst row ${check.out.worstRow.toExponential(1)}, ${check.out.violations.length} violations`,
    );
    const final = (v: number, b: number) => percent((v - b) / v);
    const first = all.out.stages[0]!;
    row(
      'stated fraction, proved / by the solver',
      `${final(check.out.goals[0], first.ownBound)} / ${final(check.out.goals[0], first.solverBound)}`,
    );
    const cert = await timed(() => certify(o, m, all.out, plan, defaultLimits));
    row('certificate files', seconds(cert));
    row('memory at most, certificate included', peak(), '≤ 600 MB');
    saveFolder(join(dir, 'c'), cert.out.files);
    const verified = await timed(() => verifyFolder(join(dir, 'c')));
    row('verify DIR', `${seconds(verified)}, ${verified.out.ok ? 'holds' : 'FAILS'}`);
    // A seat that runs up against a limit: the harder question.
    const seat = plan.seats
      .filter((k) => k.year === o.decisionYear && k.seats >= 25)
      .find((k) => whySeats(o, m, all.out.x, first.duals, plan, k).binding.length > 1)!;
    const why = await timed(() => whySeats(o, m, all.out.x, first.duals, plan, seat));
    row(
      '«почему столько мест»',
      `${seconds(why)}, ${why.out.binding.length} limits, ${why.out.forces.length} forces`,
      '≤ 5 s',
    );
    const what = await timed(() =>
      whatIf(o, m, all.out.x, solver, { ...seat, seats: Math.max(0, seat.seats - 25) }),
    );
    row(
      '«а если на группу меньше»',
      `${seconds(what)}, goal +${what.out.goalChange.toFixed(1)}, ${what.out.losers.length} losers`,
    );
    const rules = await computeBaselines(o, m, solver);
    for (const b of rules)
      row(
        `region against ${b.id}`,
        `order less unfilled by ${final(b.check.goals[0], check.out.goals[0])}, rule breaks ${b.check.violations.length} limits`,
      );
  } finally {
    await solver.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function benchConflict(seed: number, row: Tell): Promise<void> {
  const solver = openSolver();
  try {
    const o = generateRegion({ seed, conflict: true });
    const why = await timed(() => explainInfeasible(o, solver));
    const kinds = [...new Set(why.out.conflict.map((l) => l.kind))].join(', ');
    row(
      'no plan explained',
      `${seconds(why)}: ${why.out.conflict.length} rows (${kinds}), ${why.out.because.length} sentences, relief ${why.out.relief.length}`,
      '≤ 15 s',
    );
  } finally {
    await solver.close();
  }
}

/** Smaller regions, first goal only: how much less stays unfilled than by last year's order and by the greedy rule. */
async function benchRules(count: number, row: Tell): Promise<void> {
  const solver = openSolver();
  const less: Record<string, number[]> = { lastYear: [], lastYearFitted: [], greedy: [] };
  const broken: Record<string, number> = { lastYear: 0, lastYearFitted: 0, greedy: 0 };
  try {
    for (let seed = 1; seed <= count; seed++) {
      const o = generateRegion({
        seed: 100 + seed,
        intakes: 3,
        zones: 8,
        colleges: 12,
        programmes: 80,
        occupations: 130,
        centres: 4,
        coursesPerCentre: 25,
        needsPerZone: 45,
      });
      const m = buildModel(o);
      const r = await runStages(m, solver, { epsilon: 1e-3, seed: 1, lastStage: 1 });
      for (const b of await computeBaselines(o, m, solver)) {
        less[b.id]!.push(1 - r.stages[0]!.value / b.check.goals[0]);
        broken[b.id]! += b.check.violations.length;
      }
    }
  } finally {
    await solver.close();
  }
  for (const [id, list] of Object.entries(less)) {
    list.sort((a, b) => a - b);
    const mean = list.reduce((s, v) => s + v, 0) / list.length;
    row(
      `${count} small regions against ${id}`,
      `less unfilled: mean ${percent(mean)}, least ${percent(list[0]!)}; the rule breaks ${(broken[id]! / count).toFixed(1)} limits a region`,
      id === 'greedy' ? 'never worse; 10 %' : 'never worse; 25 %',
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await run();
