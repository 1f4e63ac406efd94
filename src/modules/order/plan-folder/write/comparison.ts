import type { ComputedPlan } from '../compute/compute-plan.ts';

export interface Compared {
  id: string;
  /** Weighted unfilled jobs, the first goal. */
  goal: number;
  /** Share by which the goal is worse than the calculation's. */
  worse: number;
  /** Limits that this order breaks; one that breaks limits cannot be carried out. */
  broken: number;
}

/** The calculation and the simple orders by one measure, counted by the same checker. */
export function comparisonOf({ order, baselines }: ComputedPlan): Compared[] {
  const [own] = order.certificate.final.goals;
  return [
    { id: 'order', goal: own, worse: 0, broken: order.certificate.check.violations },
    ...baselines.map(({ id, check }) => ({
      id,
      goal: check.goals[0],
      worse: own > 0 ? check.goals[0] / own - 1 : 0,
      broken: check.violations.length,
    })),
  ];
}
