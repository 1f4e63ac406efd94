import { boardOf } from './board.ts';
import { priceBound } from './price-bound.ts';
import { construct, improve } from './search.ts';
import type { ScheduleInstance, SchedulePlan } from './types.ts';

export type { SchedulePlan } from './types.ts';

/**
 * Gives sessions dates and sites: a first plan, a neighbourhood search, and a bound no plan can pass. Deterministic
 * for a seed; the search ends when the gap is closed to `goodGap` or after `steps`.
 */
export function schedule(
  instance: ScheduleInstance,
  {
    steps = 200_000,
    rounds = 400,
    goodGap = 0.001,
    seed = 1,
  }: { steps?: number; rounds?: number; goodGap?: number; seed?: number } = {},
): SchedulePlan {
  const board = boardOf(instance);
  const draft = construct(board);
  const proof = priceBound(board, draft.cost, rounds);
  const bound = Math.max(0, proof.bound);
  const log = improve(draft, steps, seed, (cost) => cost - bound <= goodGap * Math.max(1, bound));
  const { sessions, sites, calendar } = instance;
  const plan: SchedulePlan['plan'] = [];
  const unplaced: SchedulePlan['unplaced'] = [];
  sessions.forEach((s, k) => {
    const o = draft.option[k]!;
    if (o >= 0)
      plan.push({ session: s.id, site: sites[board.site[o]!]!.id, day: calendar[board.start[o]!]! });
    else {
      const id = board.first[k] === board.first[k + 1] ? 'schedule.noSite' : 'schedule.noRoom';
      unplaced.push({ session: s.id, words: { id, params: { session: s.id } } });
    }
  });
  const prices: SchedulePlan['prices'] = { sites: [], competences: [] };
  proof.sitePrice.forEach((price, i) => {
    if (price > 0)
      prices.sites.push([sites[Math.floor(i / board.days)]!.id, calendar[i % board.days]!, price]);
  });
  proof.expertPrice.forEach((price, i) => {
    if (price > 0)
      prices.competences.push([
        board.competences[Math.floor(i / board.days)]!,
        calendar[i % board.days]!,
        price,
      ]);
  });
  const gap = bound > 0 ? (draft.cost - bound) / bound : draft.cost;
  return { plan, unplaced, cost: draft.cost, bound, gap, prices, log };
}
