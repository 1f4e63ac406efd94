import { performance } from 'node:perf_hooks';
import { buildModel, openSolver } from '../../src/engines/seats/index.ts';
import { stageProgram } from '../../src/engines/seats/solve/program.ts';
import type { LinearProgram } from '../../src/engines/seats/solve/protocol.ts';
import { generateRegion } from './generate.ts';
import type { Row } from './run.ts';

/** The linear relaxation of a region small enough for the peers' dense tables, by each of them. */
export async function comparePeers(): Promise<Row[]> {
  const o = generateRegion({
    seed: 7,
    intakes: 2,
    zones: 3,
    colleges: 6,
    programmes: 24,
    occupations: 40,
    centres: 2,
    coursesPerCentre: 10,
    needsPerZone: 18,
  });
  const p = stageProgram(buildModel(o), 1, [], false);
  const rows: Row[] = [{ what: 'peers: linear relaxation', value: `${p.rows} rows × ${p.cols} columns` }];
  const add = async (what: string, solve: () => Promise<number> | number) => {
    const begin = performance.now();
    let value: string;
    try {
      const goal = await solve();
      value = `${((performance.now() - begin) / 1000).toFixed(2)} s, optimum ${goal.toFixed(4)}`;
    } catch (error) {
      value = `failed: ${error instanceof Error ? error.message : String(error)}`;
    }
    console.error(`  ${what}: ${value}`);
    rows.push({ what, value });
  };
  const solver = openSolver();
  // The first call loads the solver; the peers are loaded outside the measured time too.
  await solver.run({ program: p });
  await add('  highs (ours)', async () => (await solver.run({ program: p })).objective);
  await solver.close();
  const yalps = await import('yalps');
  await add('  yalps', () => yalps.solve(tableModel(p), { maxIterations: 1e6 }).result);
  const other = await import('javascript-lp-solver');
  await add('  javascript-lp-solver', () => {
    const { variables, constraints } = tableModel(p);
    const answer = other.default.Solve({ optimize: 'goal', opType: 'min', variables, constraints });
    return Number((answer as { result: number }).result);
  });
  await add('  glpk.js', () => solveByGlpk(p));
  return rows;
}

/** Rows and columns as named objects, upper bounds as rows of their own. */
function tableModel(p: LinearProgram) {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  for (let i = 0; i < p.rows; i++) {
    const lo = p.rowLower[i]!;
    const up = p.rowUpper[i]!;
    constraints[`R${i}`] =
      lo === up
        ? { equal: lo }
        : { ...(Number.isFinite(lo) ? { min: lo } : {}), ...(Number.isFinite(up) ? { max: up } : {}) };
  }
  for (let j = 0; j < p.cols; j++) {
    const v: Record<string, number> = { goal: p.cost[j]!, [`U${j}`]: 1 };
    constraints[`U${j}`] = { max: p.colUpper[j]! };
    for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++) v[`R${p.indices[k]}`] = p.values[k]!;
    variables[`C${j}`] = v;
  }
  return { direction: 'minimize' as const, objective: 'goal', constraints, variables };
}

async function solveByGlpk(p: LinearProgram): Promise<number> {
  const { default: open } = await import('glpk.js/node');
  const glpk = await open();
  const rows = Array.from({ length: p.rows }, (): { name: string; coef: number }[] => []);
  for (let j = 0; j < p.cols; j++)
    for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++)
      rows[p.indices[k]!]!.push({ name: `C${j}`, coef: p.values[k]! });
  const answer = await glpk.solve(
    {
      name: 'LP',
      objective: {
        direction: glpk.GLP_MIN,
        name: 'goal',
        vars: Array.from(p.cost, (coef, j) => ({ name: `C${j}`, coef })),
      },
      subjectTo: rows.map((vars, i) => {
        const lb = p.rowLower[i]!;
        const ub = p.rowUpper[i]!;
        const type =
          lb === ub
            ? glpk.GLP_FX
            : !Number.isFinite(lb)
              ? glpk.GLP_UP
              : Number.isFinite(ub)
                ? glpk.GLP_DB
                : glpk.GLP_LO;
        return {
          name: `R${i}`,
          vars,
          bnds: { type, lb: Number.isFinite(lb) ? lb : 0, ub: Number.isFinite(ub) ? ub : 0 },
        };
      }),
      bounds: Array.from(p.colUpper, (ub, j) => ({
        name: `C${j}`,
        type: ub > 0 ? glpk.GLP_DB : glpk.GLP_FX,
        lb: 0,
        ub,
      })),
    },
    { msglev: glpk.GLP_MSG_OFF },
  );
  return answer.result.z;
}
