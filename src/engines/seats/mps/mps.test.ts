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
  const model = (rows: string, columns: string, rest: string) =>
    `NAME\nROWS\n N C\n${rows}COLUMNS\n${columns}RHS\n${rest}ENDATA\n`;
  const one = (rest: string) => readMps(model(' L R\n', ' X C -1 R 1\n', rest));
  const problem = (text: string) => {
    try {
      readMps(text);
    } catch (error) {
      if (error instanceof MpsError) return error.problem;
    }
    return 'none';
  };
  it('finds the column of a bound without the name of a set, and columns named by numbers', () => {
    const p = readMps(model(' L R\n', ' 1 C -1 R 1\n Y C 1 R 1\n', 'BOUNDS\n FR BND 1\n BV Y\n'));
    expect([...p.colLower]).toEqual([-Infinity, 0]);
    expect([...p.colUpper]).toEqual([Infinity, 1]);
    expect([...readMps(model(' L R\n', ' X C -1 R 1\n', 'BOUNDS\n MI X\n')).colLower]).toEqual([-Infinity]);
    expect(one('BOUNDS\n UP X 4\n').colUpper[0]).toBe(4);
    expect(one('BOUNDS\n FR B X 0\n').colLower[0]).toBe(-Infinity);
    expect(problem(model(' L R\n', ' X C -1 R 1\n', 'BOUNDS\n UP B X\n'))).toBe('mps.noColumn');
  });
  it('takes no row for a marker because of its name', () => {
    const p = readMps(model(' L MARKER1\n', ' X MARKER1 2 C -1\n', ' RHS MARKER1 3\n'));
    expect([...p.cost]).toEqual([-1]);
    expect([...p.values]).toEqual([2]);
  });
  it('refuses what is stated twice, and what is no finite number', () => {
    expect(problem(model(' L R\n', ' X C -1 R 1\n X R 2\n', ''))).toBe('mps.again');
    expect(problem(model(' L R\n', ' X C -1 R 1\n', ' RHS R 1\n RHS2 R 2\n'))).toBe('mps.again');
    expect(problem(model(' L R\n', ' X C -1 R 0x10\n', ''))).toBe('mps.number');
    expect(problem(model(' L R\n', ' X C -1 R 1e999\n', ''))).toBe('mps.number');
    expect(one(' RHS R 1e30\n').rowUpper[0]).toBe(Infinity);
  });
  it('reads old line ends, a byte-order mark, comments after a dollar, and a stated lower bound of zero', () => {
    const text = model(' L R\n', ' X C -1 R 1 $ a remark\n', ' RHS R 7\nBOUNDS\n LO B X 0\n UP B X -2\n');
    const p = readMps(`\uFEFF${text.replaceAll('\n', '\r')}`);
    expect([p.colLower[0], p.colUpper[0], p.rowUpper[0]]).toEqual([0, -2, 7]);
    expect(one('BOUNDS\n UP B X -2\n').colLower[0]).toBe(-Infinity);
  });
  it('tells an endless goal from whole numbers that do not exist, and counts the constant in the gap', async () => {
    const whole = (n: number) =>
      model(' E R\n', ` M 'MARKER' 'INTORG'\n X R 2\n Y C -1\n M 'MARKER' 'INTEND'\n`, ` RHS R ${n}\n`);
    expect(await solveMps(whole(1), solver)).toMatchObject({ status: 'infeasible', objective: null });
    expect(await solveMps(whole(2), solver)).toMatchObject({ status: 'unbounded', objective: null, x: {} });
    const shifted = model(
      ' L R\n',
      ` M 'MARKER' 'INTORG'\n X C -1 R 1\n M 'MARKER' 'INTEND'\n`,
      ' RHS R 7.5 C -12\n',
    );
    const s = await solveMps(shifted, solver);
    expect(s).toMatchObject({ objective: 5, ownBound: 4.5 });
    expect(s.ownGap).toBeCloseTo(0.1, 9);
    const none = model(' L R\n', '', ' RHS R 3\n');
    expect(await solveMps(none, solver)).toMatchObject({ status: 'optimal', objective: 0 });
    expect(await solveMps(none.replace('R 3', 'R -3'), solver)).toMatchObject({ status: 'infeasible' });
  });
  it('proves a bound where columns have no limits but those the rows imply', async () => {
    const text = model(
      ' E A\n L B\n G D\n',
      ' X C 1.1 A 0.3\n X B 0.7\n Y C -1.3 A 0.1\n Y B 1.9 D 0.7\n Z C 0.7 A 0.9\n Z D 0.3\n',
      ' RHS A 7.7 B 9.1\n RHS D 0.3\nBOUNDS\n FR B Z\n',
    );
    const s = await solveMps(text, solver);
    expect(s.ownBound).not.toBeNull();
    expect(s.ownBound!).toBeLessThanOrEqual(s.objective! + 1e-9);
    expect(s.ownBound!).toBeCloseTo(s.objective!, 5);
  });
});
