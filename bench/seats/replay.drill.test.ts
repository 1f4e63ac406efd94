import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel, openSolver } from '../../src/engines/seats/index.ts';
import { writeMps } from '../../src/engines/seats/mps/write-mps.ts';
import { stageProgram } from '../../src/engines/seats/solve/program.ts';
import { generateRegion } from './generate.ts';

const home = mkdtempSync(join(tmpdir(), 'rostok-replay-'));
const file = join(home, 'model.mps');
let ours = Number.NaN;

beforeAll(async () => {
  const o = generateRegion({
    seed: 4,
    intakes: 3,
    zones: 8,
    colleges: 12,
    programmes: 80,
    occupations: 130,
    centres: 4,
    coursesPerCentre: 25,
    needsPerZone: 45,
  });
  const program = stageProgram(buildModel(o), 1, [], false);
  writeFileSync(file, writeMps(program));
  const solver = openSolver();
  ours = (await solver.run({ program })).objective;
  await solver.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const installed = (program: string, flag: string) =>
  spawnSync(program, [flag], { input: '' }).error === undefined;

/** Other solvers find the same optimum of the linear relaxation in our MPS file. */
describe('replay of the linear optimum', () => {
  it.skipIf(!installed('glpsol', '--version'))('glpsol (GLPK) agrees', () => {
    const out = join(home, 'glpk.txt');
    const run = spawnSync('glpsol', ['--freemps', file, '-o', out], { encoding: 'utf8' });
    expect(run.status).toBe(0);
    const value = Number(/Objective:\s+\S+\s+=\s+(\S+)/.exec(readFileSync(out, 'utf8'))?.[1]);
    expect(Math.abs(value - ours) / ours).toBeLessThan(1e-6);
  });
  it.skipIf(!installed('cbc', '-quit'))('cbc (COIN-OR) agrees', () => {
    const out = join(home, 'cbc.txt');
    spawnSync('cbc', [file, '-solve', '-solution', out, '-quit'], { encoding: 'utf8' });
    const value = Number(/objective value\s+(\S+)/.exec(readFileSync(out, 'utf8'))?.[1]);
    expect(Math.abs(value - ours) / ours).toBeLessThan(1e-6);
  });
});
