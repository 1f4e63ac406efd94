import type { SparseModel } from '../model/sparse.ts';
import { dualBound } from './dual-bound.ts';
import { goalValue, type StageCap, stageProgram, withWholeFixed } from './program.ts';
import type { LinearProgram, SolveProgress, SolveReply } from './protocol.ts';
import type { Solver } from './solver.ts';

export interface StageLimits {
  /** Relative gap at which a stage stops. */
  gap: number;
  /** Branch-and-bound nodes of the first and of later stages: a deterministic stop. */
  nodes: number;
  laterNodes: number;
  /** Safety net in seconds; a stage that meets it may answer differently on another machine. */
  seconds: number;
  laterSeconds: number;
}

export const defaultLimits: StageLimits = {
  gap: 1e-3,
  nodes: 5000,
  laterNodes: 1000,
  seconds: 600,
  laterSeconds: 30,
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
  let version = '';
  for (let stage = 1; stage <= (o.lastStage ?? 4); stage++) {
    const tell = (phase: StageProgress['phase']) => (p: SolveProgress) =>
      o.onProgress?.({ ...p, stage, phase });
    const relaxedProgram = stageProgram(model, stage, caps, false);
    const relaxed = await solver.run(
      {
        program: relaxedProgram,
        options: { random_seed: o.seed, ...simplex },
      },
      tell('relaxed'),
    );
    if (relaxed.status === 'infeasible') throw new NoPlanError();
    if (relaxed.status !== 'optimal')
      throw new Error(`relaxation of stage ${stage} ended with status ${relaxed.code}`);
    version = relaxed.version;
    const duals = relaxed.rowDual!;
    const ownBound = dualBound(relaxedProgram, duals);
    if (x) x = await improveFlows(solver, relaxedProgram, model, x, o.seed);
    const goal = model.objectives[stage - 1]!;
    let search: SolveReply | undefined;
    if (!x || goalValue(goal, x) - ownBound > limits.gap * Math.abs(ownBound) + 1e-6) {
      search = await solver.run(
        {
          program: { ...relaxedProgram, integer: model.integer },
          options: {
            random_seed: o.seed,
            mip_rel_gap: limits.gap,
            mip_abs_gap: 1e-6,
            mip_max_nodes: stage === 1 ? limits.nodes : limits.laterNodes,
            time_limit: stage === 1 ? limits.seconds : limits.laterSeconds,
          },
          ...(x ? { start: x } : { partialStart: roundedStart(model, relaxed.x!) }),
        },
        tell('whole'),
      );
      if (search.status === 'infeasible' && !x) throw new NoPlanError();
      if (search.x && (!x || goalValue(goal, search.x) < goalValue(goal, x))) x = search.x;
      if (!x) throw new Error(`stage ${stage} found no plan with whole groups (status ${search.code})`);
    }
    const value = goalValue(goal, x);
    stages.push({
      stage,
      value,
      ownBound,
      solverBound: Math.min(value, Math.max(search?.bound ?? ownBound, ownBound)),
      relaxed: relaxed.objective,
      nodes: search?.nodes ?? 0,
      cutByClock: search?.code === timeLimit,
      caps: [...caps],
      duals,
    });
    // A hair above zero, so that a goal met exactly stays attainable in floating point.
    caps.push({ stage, limit: value + Math.abs(value) * o.epsilon + 1e-7 });
  }
  x = await improveFlows(
    solver,
    stageProgram(model, stages.length, caps.slice(0, -1), false),
    model,
    x!,
    o.seed,
  );
  for (let j = 0; j < model.cols; j++) if (model.integer[j]) x[j] = Math.round(x[j]!);
  return { stages, x, version };
}

/** The best plan of a stage with the whole numbers of `x`: everything else is recomputed. `x` itself when there is none. */
async function improveFlows(
  solver: Solver,
  program: LinearProgram,
  model: SparseModel,
  x: Float64Array,
  seed: number,
): Promise<Float64Array> {
  const fixed = await solver.run({
    program: withWholeFixed(program, model.integer, x),
    options: { random_seed: seed, ...simplex },
  });
  return fixed.status === 'optimal' ? fixed.x! : x;
}

/** Groups of the relaxation, rounded: a first guess the solver completes or drops. */
function roundedStart(model: SparseModel, x: Float64Array): { indices: Int32Array; values: Float64Array } {
  const indices: number[] = [];
  model.colLabels.forEach((l, j) => {
    if (model.integer[j] && l.kind !== 'seats' && l.kind !== 'retrained') indices.push(j);
  });
  return { indices: Int32Array.from(indices), values: Float64Array.from(indices, (j) => Math.round(x[j]!)) };
}
