import { EngineInputError, type ForecastResult, runForecast } from '../../../../engines/forecast/index.ts';
import {
  type Baseline,
  computeBaselines,
  computeOrder,
  explainInfeasible,
  NoPlanError,
  type OrderInstance,
  type OrderResult,
  openSolver,
  type PlanSeats,
  SeatsInputError,
  type Sentence,
  type Solver,
  type StageProgress,
  type WhatIf,
  type WhySeats,
  whatIf,
  whySeats,
} from '../../../../engines/seats/index.ts';
import type { Fault } from '../read/fault.ts';
import { FolderRefused } from '../read/fault.ts';
import type { Folder } from '../read/read-folder.ts';
import { type Assumption, Assumptions, foldersGaps } from './assumptions.ts';
import { makeForecastInput } from './forecast-input.ts';
import { makeInstance } from './order-instance.ts';
import { sharesByCode } from './shares.ts';
import { type EvidenceAccount, readEvidence } from './vacancy-evidence.ts';

/** Seats of a licence in the decision year against last year. */
export interface Change {
  college: string;
  programme: string;
  before: number;
  now: number;
  why: WhySeats;
  /** What one more full group would bring and who would lose; null where it was not asked. */
  oneMore: WhatIf | null;
}

export interface ComputedPlan {
  folder: Folder;
  assumptions: Assumption[];
  evidence: EvidenceAccount;
  forecast: ForecastResult;
  instance: OrderInstance;
  order: OrderResult;
  baselines: Baseline[];
  /** Every licence, in the order of colleges and programmes. */
  changes: Change[];
}

/** The limits of the folder contradict each other: at most three sentences, and what would be enough. */
export class NoOrder extends Error {
  readonly because: Sentence[];
  readonly advice: Sentence[];
  constructor(because: Sentence[], advice: Sentence[]) {
    super('no plan');
    this.name = 'NoOrder';
    this.because = because;
    this.advice = advice;
  }
}

/** Of so many licences, those with the largest changes first, it is asked what one more group would bring; so many answers do. */
const ASKED = 6;
const ANSWERED = 3;

export interface PlanOptions {
  title: string;
  /** Name of the policy of priority groups, for sentences. */
  priority: string;
  onForecast?: (step: number, of: number) => void;
  onOrder?: (progress: StageProgress) => void;
  onWhy?: () => void;
}

/**
 * The whole main job on a read folder: forecast, balance, order with its certificate, two simple orders to compare
 * with, and explanations. Pure but for the solver's thread: the same folder gives the same answer.
 * @throws FolderRefused when the engines find a fault the tables did not show; NoOrder when no plan exists.
 */
export async function computePlan(folder: Folder, options: PlanOptions): Promise<ComputedPlan> {
  const out = new Assumptions();
  foldersGaps(folder, out);
  const sharesOf = sharesByCode(folder, out);
  const { evidence, account } = readEvidence(folder, out);
  const input = makeForecastInput(folder, sharesOf, evidence, out);
  const forecast = refusing(() => runForecast(input, options.onForecast));
  const { title, priority } = options;
  const instance = refusing(() => makeInstance(folder, forecast, sharesOf, { title, priority }, out));
  out.add('assume.portalRules');
  const solver = openSolver();
  try {
    const order = await solve(instance, solver, options);
    const baselines = await computeBaselines(instance, order.model, solver);
    options.onWhy?.();
    const changes = await explain(instance, order, solver);
    return {
      folder,
      assumptions: out.list,
      evidence: account,
      forecast,
      instance,
      order,
      baselines,
      changes,
    };
  } finally {
    await solver.close();
  }
}

async function solve(
  instance: OrderInstance,
  solver: Solver,
  { onOrder }: PlanOptions,
): Promise<OrderResult> {
  try {
    return await computeOrder(instance, { solver, ...(onOrder ? { onProgress: onOrder } : {}) });
  } catch (error) {
    if (!(error instanceof NoPlanError)) throw error;
    const { because, advice } = await explainInfeasible(instance, solver);
    throw new NoOrder(because, advice);
  }
}

/** Faults an engine finds, told as faults of the folder. */
function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const faults: Fault[] = [];
    const put = (id: string, params: Fault['params']) =>
      faults.push({ file: '', row: null, column: null, id, params });
    if (error instanceof EngineInputError)
      for (const it of error.issues) put(`engine-forecast:issue.${it.code}`, it.params);
    else if (error instanceof SeatsInputError)
      for (const it of error.problems) put(`engine-seats:${it.id}`, { ...it.params, path: it.path });
    else throw error;
    throw new FolderRefused(faults);
  }
}

const seatsKey = (it: { college: string; programme: string }) => `${it.college}|${it.programme}`;

/** Seats of the decision year by `college|programme`. */
export function seatsNow(instance: OrderInstance, order: OrderResult): Map<string, PlanSeats> {
  return new Map(
    order.plan.seats.filter((it) => it.year === instance.decisionYear).map((it) => [seatsKey(it), it]),
  );
}

async function explain(instance: OrderInstance, order: OrderResult, solver: Solver): Promise<Change[]> {
  const { model, stages, plan } = order;
  const year = instance.decisionYear;
  const now = seatsNow(instance, order);
  const duals = stages.stages[0]?.duals as Float64Array;
  const changes = instance.pairs.map((pair): Change => {
    const at = { college: pair.college, programme: pair.programme, year };
    const why = whySeats(instance, model, stages.x, duals, plan, at);
    return {
      college: pair.college,
      programme: pair.programme,
      before: pair.lastYear,
      now: now.get(seatsKey(pair))?.seats ?? 0,
      why,
      oneMore: null,
    };
  });
  changes.sort((a, b) => (seatsKey(a) < seatsKey(b) ? -1 : 1));
  const sizes = new Map(instance.programmes.map((it) => [it.id, it.groupMax]));
  const pairs = new Map(instance.pairs.map((it) => [seatsKey(it), it]));
  let asked = 0;
  let answered = 0;
  for (const change of largest(changes)) {
    if (asked === ASKED || answered === ANSWERED) break;
    const { college, programme } = change;
    const pair = pairs.get(seatsKey(change));
    if (!pair) continue;
    const seats = change.now + (pair.groupMax ?? sizes.get(programme) ?? 0);
    // Where the licence or the yearly limit forbids one more group, the reason stands among the limits already.
    if (
      change.why.groups >= pair.maxGroups ||
      seats > change.before + (pair.maxRise ?? Number.POSITIVE_INFINITY)
    )
      continue;
    const answer = await whatIf(instance, model, stages.x, solver, { college, programme, year, seats });
    if (answer.feasible) {
      change.oneMore = answer;
      answered++;
    }
    asked++;
  }
  return changes;
}

/** Those that changed, largest change first, ties by name. */
export function largest(changes: readonly Change[]): Change[] {
  const size = (it: Change) => Math.abs(it.now - it.before);
  return changes
    .filter((it) => size(it) > 0)
    .sort((a, b) => size(b) - size(a) || (seatsKey(a) < seatsKey(b) ? -1 : 1));
}
