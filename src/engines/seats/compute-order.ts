import { type CertificateFiles, certify } from './certificate/certify.ts';
import { buildModel } from './model/build-model.ts';
import type { SparseModel } from './model/sparse.ts';
import { type Plan, readPlan } from './plan.ts';
import { openSolver, type Solver } from './solve/solver.ts';
import {
  defaultLimits,
  runStages,
  type StageLimits,
  type StageProgress,
  type StagesResult,
} from './solve/stages.ts';
import { defaultSettings, type OrderInstance } from './types.ts';

export interface OrderResult extends CertificateFiles {
  plan: Plan;
  model: SparseModel;
  stages: StagesResult;
}

export interface OrderOptions {
  solver?: Solver;
  signal?: AbortSignal;
  limits?: Partial<StageLimits>;
  onProgress?: (p: StageProgress) => void;
}

/**
 * The whole way from a checked instance to a certified plan: model, four stages, own check, certificate.
 * @param instance as returned by `checkInstance`.
 * @throws NoPlanError when the limits contradict each other; the signal's reason when cancelled.
 */
export async function computeOrder(instance: OrderInstance, o: OrderOptions = {}): Promise<OrderResult> {
  const settings = { ...defaultSettings, ...instance.settings };
  const model = buildModel(instance);
  // A small region is solved to the end in its first goal and to one thousandth in the others; a large one to one
  // thousandth and to one fiftieth: nobody would notice more, and it would take most of the time.
  const small = model.integer.reduce((n, v) => n + v, 0) <= 400;
  const limits = { ...defaultLimits, ...(small ? { gap: 1e-6, laterGap: 1e-3 } : {}), ...o.limits };
  const solver = o.solver ?? openSolver(o.signal);
  try {
    const stages = await runStages(model, solver, {
      epsilon: settings.epsilon,
      seed: settings.seed,
      limits,
      ...(o.onProgress ? { onProgress: o.onProgress } : {}),
    });
    const plan = readPlan(instance.id, model, stages.x);
    return { plan, model, stages, ...certify(instance, model, stages, plan, limits) };
  } finally {
    if (!o.solver) await solver.close();
  }
}
