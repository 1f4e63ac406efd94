import type { OccupationExit } from '../input.ts';

/**
 * Rate of a small cell drawn to its group: λ·own + (1 − λ)·group, λ = n/(n + κ). κ is the number of people at
 * which own experience and the group's weigh the same.
 */
export function shrinkRate(own: number, n: number, group: number, kappa: number): number {
  const lambda = n > 0 ? n / (n + kappa) : 0;
  return lambda * own + (1 - lambda) * group;
}

/**
 * κ = σ²_within / σ²_between of a group, by moments: within is the binomial variance p(1 − p) of one person,
 * between what the spread of rates exceeds it by. Infinite when the rates differ no more than by chance.
 */
export function estimateKappa(cells: readonly { leavers: number; headcount: number }[]): number {
  const people = cells.reduce((a, c) => a + c.headcount, 0);
  const p = people > 0 ? cells.reduce((a, c) => a + c.leavers, 0) / people : 0;
  const within = p * (1 - p);
  if (cells.length < 2 || within === 0) return Number.POSITIVE_INFINITY;
  // Weighted spread of rates, less what binomial noise alone would give.
  const spread = cells.reduce((a, c) => a + c.headcount * (c.leavers / c.headcount - p) ** 2, 0);
  const squares = cells.reduce((a, c) => a + c.headcount ** 2, 0);
  const between = (spread - (cells.length - 1) * within) / (people - squares / people);
  return between > 0 ? within / between : Number.POSITIVE_INFINITY;
}

/** Yearly transfer rate by occupation, each shrunk to the rate of its group. */
export function shrinkTransfers(exits: readonly OccupationExit[]): Map<string, number> {
  const groups = new Map<string, OccupationExit[]>();
  for (const e of exits) if (e.headcount > 0) groups.set(e.group, [...(groups.get(e.group) ?? []), e]);
  const rates = new Map<string, number>();
  for (const cells of groups.values()) {
    const people = cells.reduce((a, c) => a + c.headcount, 0);
    const mean = cells.reduce((a, c) => a + c.leavers, 0) / people;
    const kappa = estimateKappa(cells);
    for (const c of cells) {
      const own = c.leavers / c.headcount;
      rates.set(
        c.occupation,
        kappa === Number.POSITIVE_INFINITY ? mean : shrinkRate(own, c.headcount, mean, kappa),
      );
    }
  }
  return rates;
}
