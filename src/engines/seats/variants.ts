import { checkPlan } from './check/check-plan.ts';
import { computeOrder, type OrderOptions, type OrderResult } from './compute-order.ts';
import { money, seatChanges } from './explain/what-if.ts';
import type { Plan } from './plan.ts';
import type { ForcedSeats, OrderInstance } from './types.ts';

export interface VariantDiff {
  /** Second minus first, in each of the four goals. */
  goals: [number, number, number, number];
  unmetPeople: number;
  costKopecks: number;
  seats: { college: string; programme: string; year: number; from: number; to: number }[];
}

/** Two plans of the same instance side by side, both recomputed by the checker. */
export function compareVariants(o: OrderInstance, first: Plan, second: Plan): VariantDiff {
  const a = checkPlan(o, first).goals;
  const b = checkPlan(o, second).goals;
  const people = (p: Plan) => p.unmet.reduce((s, u) => s + u.people, 0);
  return {
    goals: [b[0] - a[0], b[1] - a[1], b[2] - a[2], b[3] - a[3]],
    unmetPeople: people(second) - people(first),
    costKopecks: Math.round(1e8 * (money(o, second) - money(o, first))),
    seats: seatChanges(first, second),
  };
}

export interface DecisionResult {
  instance: OrderInstance;
  order: OrderResult;
  /** What the decision costs against the calculation. */
  loss: VariantDiff;
}

/**
 * A decision against the calculation: these seats are fixed, with a reason; the rest is computed anew, with a
 * certificate of its own, and compared with the plan before.
 * @throws NoPlanError when the decision leaves no plan.
 */
export async function decideAgainst(
  o: OrderInstance,
  before: Plan,
  decisions: ForcedSeats[],
  options: OrderOptions = {},
): Promise<DecisionResult> {
  const key = (d: ForcedSeats) => `${d.college}|${d.programme}|${d.year}`;
  const fresh = new Set(decisions.map(key));
  const instance = {
    ...o,
    decisions: [...(o.decisions ?? []).filter((d) => !fresh.has(key(d))), ...decisions],
  };
  const order = await computeOrder(instance, options);
  return { instance, order, loss: compareVariants(o, before, order.plan) };
}
