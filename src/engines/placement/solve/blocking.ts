import type { Market } from '../market/market.ts';
import { Seating } from './seating.ts';

/**
 * Pairs that would both be strictly better off together (the student by his tiers, the place or employer by its
 * classes, lottery aside), at places that are open. One who is already at a capped employer may change inside it only
 * where the employer ranks him no lower. Members of whole teams do not count: they wanted to be together.
 */
export function countBlocking(
  market: Market,
  choice: Int32Array,
  closed?: Uint8Array,
  together?: Uint8Array,
): number {
  const { off, to, level, tie, capacity } = market;
  const n = off.length - 1;
  let blocking = 0;
  if (market.plain) {
    const worst = new Int32Array(capacity.length).fill(-1);
    const held = new Int32Array(capacity.length);
    for (const e of choice) {
      if (e < 0) continue;
      held[to[e]!]!++;
      if (tie[e]! > worst[to[e]!]!) worst[to[e]!] = tie[e]!;
    }
    for (let p = 0; p < capacity.length; p++) {
      if (closed?.[p] || capacity[p] === 0) worst[p] = -1;
      else if (held[p]! < capacity[p]!) worst[p] = 2 ** 30;
    }
    for (let s = 0; s < n; s++) {
      if (together?.[s]) continue;
      const mine = choice[s]! < 0 ? 2 ** 30 : level[choice[s]!]!;
      for (let e = off[s]!; e < off[s + 1]! && level[e]! < mine; e++)
        if (tie[e]! < worst[to[e]!]!) blocking++;
    }
    return blocking;
  }
  const seating = new Seating(market, closed);
  choice.forEach((e, s) => {
    if (e >= 0) seating.seat(s, e);
  });
  for (let s = 0; s < n; s++) {
    const mine = choice[s]!;
    const tier = mine < 0 ? 2 ** 30 : level[mine]!;
    if (together?.[s] || off[s] === off[s + 1] || level[off[s]!]! >= tier) continue;
    const at = mine >= 0 ? market.employerOf[to[mine]!]! : -1;
    if (mine >= 0) seating.leave(s);
    for (let e = off[s]!; e < off[s + 1]! && level[e]! < tier; e++) {
      if (at >= 0 && market.employerOf[to[e]!] === at && tie[e]! > tie[mine]!) continue;
      if (seating.wants(e)) blocking++;
    }
    if (mine >= 0) seating.seat(s, mine);
  }
  return blocking;
}
