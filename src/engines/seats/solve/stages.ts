import type { SparseModel } from '../model/sparse.ts';
import { dualBound } from './dual-bound.ts';
import { goalValue, type StageCap, stageProgram, withWholeFixed } from './program.ts';
import type { LinearProgram, SolveProgress, SolveReply } from './protocol.ts';
import type { Solver } from './solver.ts';

export interface StageLimits {
  /** Relative gap at which the search of stage 1, of a later stage stops. */
  gap: number;
  laterGap: number;
  /** Branch-and-bound nodes and simplex iterations of the search in stage 1, in a later stage: the same on every machine. */
  nodes: number;
  laterNodes: number;
  iterations: number;
  laterIterations: number;
  /** Safety net in seconds; a stage that meets it may answer differently on another machine. */
  seconds: number;
  laterSeconds: number;
}

export const defaultLimits: StageLimits = {
  gap: 1e-3,
  laterGap: 0.02,
  nodes: 5000,
  laterNodes: 100,
  iterations: 1_000_000,
  laterIterations: 25_000,
  seconds: 600,
  laterSeconds: 300,
};

export interface StageResult {
  stage: number;
  /** Value of this stage's goal in the best plan of the stage. */
  value: number;
  /** Our own bound from the multipliers of the linear relaxation: proved. */
  ownBound: number;
  /** The solver's bound of the program with whole numbers: reported. */
  solverBound: number;
  relaxed: number;
  nodes: number;
  /** True when the clock, not the gap or the node count, ended the stage. */
  cutByClock: boolean;
  caps: StageCap[];
  duals: Float64Array;
}

export interface StagesResult {
  stages: StageResult[];
  /** All columns of the final plan; whole-number columns are exactly whole. */
  x: Float64Array;
  version: string;
}

export interface StageProgress extends SolveProgress {
  stage: number;
  phase: 'relaxed' | 'whole' | 'final';
}

/** No plan satisfies the limits; `explainInfeasible` says why. */
export class NoPlanError extends Error {
  constructor() {
    super('no plan satisfies all limits');
    this.name = 'NoPlanError';
  }
}

/** The solver's status number for a reached time limit. */
const timeLimit = 13;
// Every relaxation starts cold by the dual simplex with Devex prices: from the basis of the stage before, the
// primal simplex took ten times as long on a whole region.
const simplex = { simplex_dual_edge_weight_strategy: 1 };
// Levels of fairness tie all cells together: there the simplex took 57 s of a whole region, the interior point with
// crossover (so the answer is a corner all the same) 9 s. In the other stages it is the slower one.
const interior = { solver: 'ipm', run_crossover: 'on' };
// Heuristics that cost most and brought nothing here: without these two, stage 1 of a whole region found a better
// order in half of the time, and the solver's memory stayed at 395 MB instead of 669.
const search = { mip_heuristic_run_rins: false, mip_heuristic_run_root_reduced_cost: false };

/**
 * Solves the four goals one after another; an earlier goal may worsen by the share `epsilon` only.
 * @throws NoPlanError, or Error when a stage finds no plan within its limits.
 */
export async function runStages(
  model: SparseModel,
  solver: Solver,
  o: {
    epsilon: number;
    seed: number;
    /** Stop after this stage; all four when absent. */
    lastStage?: number;
    limits?: Partial<StageLimits>;
    onProgress?: (p: StageProgress) => void;
  },
): Promise<StagesResult> {
  const limits = { ...defaultLimits, ...o.limits };
  const caps: StageCap[] = [];
  const stages: StageResult[] = [];
  let x: Float64Array | undefined;
  /** True while `x` is the best plan of the present stage for its whole numbers, a corner of the relaxation. */
  let settled = false;
  let version = '';
  for (let stage = 1; stage <= (o.lastStage ?? 4); stage++) {
    const tell = (phase: StageProgress['phase']) => (p: SolveProgress) =>
      o.onProgress?.({ ...p, stage, phase });
    const goal = model.objectives[stage - 1]!;
    const program = stageProgram(model, stage, caps, false);
    if (x && goal.every((c) => c === 0)) {
      stages.push(nothingToGain(stage, program.rows, caps));
      caps.push({ stage, limit: 1e-7 });
      continue;
    }
    const relaxed = await relax(solver, program, stage, o.seed, tell('relaxed'));
    if (relaxed.status === 'infeasible') throw new NoPlanError();
    if (relaxed.status !== 'optimal')
      throw new Error(`relaxation of stage ${stage} ended with status ${relaxed.code}`);
    version = relaxed.version;
    const duals = relaxed.rowDual!;
    const ownBound = dualBound(program, duals);
    if (x) {
      const better = await improveFlows(solver, program, model, x, stage, o.seed);
      settled = better !== undefined;
      x = better ?? x;
    }
    let found: SolveReply | undefined;
    const first = stage === 1;
    const gap = first ? limits.gap : limits.laterGap;
    if (!x || goalValue(goal, x) - ownBound > gap * Math.abs(ownBound) + 1e-6) {
      found = await solver.run(
        {
          program: { ...program, integer: model.integer },
          options: {
            random_seed: o.seed,
            mip_rel_gap: gap,
            mip_abs_gap: 1e-6,
            mip_max_nodes: first ? limits.nodes : limits.laterNodes,
            time_limit: first ? limits.seconds : limits.laterSeconds,
            ...search,
          },
          maxIterations: first ? limits.iterations : limits.laterIterations,
          ...(x ? { start: x } : { partialStart: roundedStart(model, relaxed.x!) }),
        },
        tell('whole'),
      );
      if (found.status === 'infeasible' && !x) throw new NoPlanError();
      if (found.x && (!x || goalValue(goal, found.x) < goalValue(goal, x))) {
        x = found.x;
        settled = false;
      }
      if (!x) throw new Error(`stage ${stage} found no plan with whole groups (status ${found.code})`);
    }
    const value = goalValue(goal, x);
    stages.push({
      stage,
      value,
      ownBound,
      solverBound: Math.min(value, Math.max(found?.bound ?? ownBound, ownBound)),
      relaxed: relaxed.objective,
      nodes: found?.nodes ?? 0,
      cutByClock: found?.code === timeLimit,
      caps: [...caps],
      duals,
    });
    // A hair above zero, so that a goal met exactly stays attainable in floating point.
    caps.push({ stage, limit: value + Math.abs(value) * o.epsilon + 1e-7 });
    // A whole region leaves hundreds of megabytes of holes in the solver's memory; a new thread is up in half a second.
    if (model.values.length > 100_000) await solver.release();
  }
  if (!settled) {
    const last = stageProgram(model, stages.length, caps.slice(0, -1), false);
    x = (await improveFlows(solver, last, model, x!, stages.length, o.seed)) ?? x;
  }
  for (let j = 0; j < model.cols; j++) if (model.integer[j]) x![j] = Math.round(x![j]!);
  return { stages, x: x!, version };
}

/** A stage without a price on anything: every plan is as good as any other. */
function nothingToGain(stage: number, rows: number, caps: StageCap[]): StageResult {
  const duals = new Float64Array(rows);
  const zero = { value: 0, ownBound: 0, solverBound: 0, relaxed: 0, nodes: 0, cutByClock: false };
  return { stage, ...zero, caps: [...caps], duals };
}

/** Solves a linear program to a corner, by the method that suits the stage. */
async function relax(
  solver: Solver,
  program: LinearProgram,
  stage: number,
  seed: number,
  tell?: (p: SolveProgress) => void,
): Promise<SolveReply> {
  if (stage === 2) {
    const inside = await solver.run({ program, options: { random_seed: seed, ...interior } }, tell);
    if (inside.status === 'optimal') return inside;
  }
  return solver.run({ program, options: { random_seed: seed, ...simplex } }, tell);
}

/** The best plan of a stage with the whole numbers of `x`: everything else is recomputed. Nothing when there is none. */
async function improveFlows(
  solver: Solver,
  program: LinearProgram,
  model: SparseModel,
  x: Float64Array,
  stage: number,
  seed: number,
): Promise<Float64Array | undefined> {
  const held = await relax(solver, withWholeFixed(program, model.integer, x), stage, seed);
  return held.status === 'optimal' ? held.x! : undefined;
}

/** Groups of the relaxation, rounded: a first guess the solver completes or drops. */
function roundedStart(model: SparseModel, x: Float64Array): { indices: Int32Array; values: Float64Array } {
  const indices: number[] = [];
  model.colLabels.forEach((l, j) => {
    if (model.integer[j] && l.kind !== 'seats' && l.kind !== 'retrained') indices.push(j);
  });
  return { indices: Int32Array.from(indices), values: Float64Array.from(indices, (j) => Math.round(x[j]!)) };
}
