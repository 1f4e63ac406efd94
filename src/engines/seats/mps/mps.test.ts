import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInstance } from '../input/check-instance.ts';
import { buildModel } from '../model/build-model.ts';
import { stageProgram } from '../solve/program.ts';
import { solveMps } from '../solve/solve-mps.ts';
import { openSolver, type Solver } from '../solve/solver.ts';
import { smallRegion } from '../testing/small-region.ts';
import { MpsError, readMps } from './read-mps.ts';
import { writeMps } from './write-mps.ts';

let solver: Solver;
beforeAll(() => {
  solver = openSolver();
});
afterAll(() => solver.close());

const knapsack = `* a comment
NAME DEMO
OBJSENSE
    MAX
ROWS
 N  PROFIT
 N  OTHER
 L  WEIGHT
 G  LEAST
COLUMNS
 M1 'MARKER' 'INTORG'
 A PROFIT 6 WEIGHT 4
 A LEAST 1 OTHER 3
 B PROFIT 5 WEIGHT 3
 M2 'MARKER' 'INTEND'
 C PROFIT 1 WEIGHT 1
RHS
 RHS WEIGHT 10 LEAST 1
RANGES
 R LEAST 1
BOUNDS
 UP BND A 5
 UP BND B 5
 UP BND C 1.5
ENDATA
`;

describe('MPS', () => {
  it('gives back what was written, to the bit', () => {
    const program = stageProgram(buildModel(checkInstance(smallRegion())), 1, [], true);
    const back = readMps(writeMps(program));
    for (const key of [
      'cost',
      'colLower',
      'colUpper',
      'rowLower',
      'rowUpper',
      'starts',
      'indices',
      'values',
      'integer',
    ] as const)
      expect(back[key], key).toEqual(program[key]);
  });
  it('solves a maximum with whole numbers and proves a bound', async () => {
    const s = await solveMps(knapsack, solver);
    // A = 1, B = 2: weight 10, profit 16.
    expect(s).toMatchObject({ status: 'optimal', sense: 'max', objective: 16, x: { A: 1, B: 2 } });
    expect(s.ownBound!).toBeGreaterThanOrEqual(16);
    expect(s.ownBound!).toBeLessThan(17);
  });
  it('names the line of a fault', () => {
    const fault = (text: string) => {
      try {
        readMps(text);
      } catch (error) {
        if (error instanceof MpsError) return `${error.problem} ${error.line}`;
      }
      return 'none';
    };
    expect(fault(knapsack.replace('WEIGHT 3', 'WAIT 3'))).toBe('mps.noRow 14');
    expect(fault(knapsack.replace('PROFIT 5', 'PROFIT five'))).toBe('mps.number 14');
    expect(fault(knapsack.replace('ENDATA\n', ''))).toMatch(/^mps\.cut/);
    expect(fault(knapsack.replace(' UP BND C', ' XX BND C'))).toBe('mps.bound 24');
  });
});
