import type { Leavers } from '../input.ts';

export interface NeedFacts {
  /** Staff at the end of the year before, and planned for the end of the year. */
  before: number;
  plan: number;
  leavers: Leavers;
  /** Part of leavers refilled from the same trade's own market: it needs no training. */
  internalRefillShare: number;
  project: number;
  /** Vacancies open for more than 90 days that fall on this year. */
  backlog: number;
  /** Part of openings meant for graduates. */
  graduateShare: number;
}

export interface NeedParts {
  delta: number;
  replGross: number;
  expansion: number;
  replacement: number;
  surplus: number;
  project: number;
  backlog: number;
  openings: number;
  trainNeed: number;
}

/**
 * Need of one enterprise for one occupation in one year (domain guide §5.2):
 * replGross = leavers·(1 − refill); a growing plant replaces all of it, a shrinking one only what exceeds
 * the cut, and what the cut releases beyond leavers is surplus. openings = expansion + replacement +
 * project + backlog.
 */
export function decomposeNeed(f: NeedFacts): NeedParts {
  const replGross = (f.leavers.retire + f.leavers.outOfTrade + f.leavers.other) * (1 - f.internalRefillShare);
  const delta = f.plan - f.before;
  const net = delta + replGross;
  const expansion = Math.max(0, delta);
  const replacement = delta >= 0 ? replGross : Math.max(0, net);
  const surplus = Math.max(0, -net);
  const openings = expansion + replacement + f.project + f.backlog;
  const trainNeed = openings * f.graduateShare;
  const { project, backlog } = f;
  return { delta, replGross, expansion, replacement, surplus, project, backlog, openings, trainNeed };
}

/** Expected retirements: Σ over ages of people × chance. Ages without a chance do not retire. */
export function expectedRetirements(
  people: ReadonlyMap<number, number>,
  chance: ReadonlyMap<number, number>,
): number {
  let sum = 0;
  for (const [age, n] of people) sum += n * (chance.get(age) ?? 0);
  return sum;
}
