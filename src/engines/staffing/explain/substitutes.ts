import { buildMarket } from '../model/market.ts';
import { costProblem } from '../model/problem.ts';
import type { Id, Role, Seating, StaffingInstance } from '../types.ts';

export interface SeatSubstitutes {
  session: Id;
  expert: Id;
  role: Role;
  /** Cheapest first; `price` is how much the cost would rise were only this seat changed (below 0: it would fall). */
  substitutes: { expert: Id; price: number }[];
}

/**
 * Who could step in at each seat, everybody else staying: free that day, with room, without conflict, not of an
 * organisation that already sits there where only one may.
 * @param assignment of the same instance, obeying its rules.
 */
export function substitutes(
  instance: StaffingInstance,
  assignment: readonly Seating[],
  most = 2,
): SeatSubstitutes[] {
  const market = buildMarket(instance);
  const problem = costProblem(market);
  const loads = new Int32Array(market.experts);
  const taken = new Uint8Array(market.placeExpert.length);
  const pairs: number[] = [];
  const orgs = new Map<number, number[]>();
  for (const seat of assignment) {
    const s = market.sessionOf.get(String(seat.session))!;
    const e = market.expertOf.get(String(seat.expert))!;
    loads[e]! += 1;
    orgs.set(s, [...(orgs.get(s) ?? []), e]);
    let pair = -1;
    for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++)
      if (market.pairExpert[k] === e) pair = k;
    pairs.push(pair);
    if (pair >= 0) taken[market.pairPlace[pair]!] = 1;
  }
  return assignment.map((seat, i) => {
    const s = market.sessionOf.get(String(seat.session))!;
    const own = market.expertOf.get(String(seat.expert))!;
    const bit = seat.role === 'chief' ? 1 : seat.role === 'member' ? 2 : 4;
    const there = instance.sessions[s]!.onePerOrg
      ? new Set(
          orgs
            .get(s)!
            .filter((e) => e !== own)
            .map((e) => market.org[e]!),
        )
      : null;
    const saved = (pairs[i]! < 0 ? 0 : problem.pairCost[pairs[i]!]!) + problem.load(loads[own]!);
    const found: [number, number][] = [];
    for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++) {
      const e = market.pairExpert[k]!;
      if (!(market.pairRoles[k]! & bit) || taken[market.pairPlace[k]!] || loads[e]! >= market.maxLoad[e]!)
        continue;
      if (there && market.org[e]! >= 0 && there.has(market.org[e]!)) continue;
      const price = problem.pairCost[k]! + problem.load(loads[e]! + 1) - saved;
      let at = found.length;
      while (at > 0 && found[at - 1]![0] > price) at--;
      if (at < most) {
        found.splice(at, 0, [price, e]);
        found.length = Math.min(found.length, most);
      }
    }
    return {
      ...seat,
      substitutes: found.map(([price, e]) => ({
        expert: instance.experts[e]!.id,
        price: price / problem.unit,
      })),
    };
  });
}
