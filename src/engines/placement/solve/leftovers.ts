import { placeBoxes } from '../market/boxes.ts';
import type { Id } from '../types.ts';
import { bestRanks } from './best-ranks.ts';

/** A student nobody placed and a compatible free place, with the way between in whole units (km, minutes). */
export interface Leftover {
  student: Id;
  place: Id;
  distance: number;
}

export interface LeftoverPlacement {
  /** Marked so wherever it is shown: decided by the administration, not by wishes. */
  kind: 'administrative';
  assigned: Leftover[];
  unplaced: Id[];
  distance: number;
  /** Price per free seat and of staying unplaced: they prove that nobody can place more, or as many with less way. */
  prices: { unplaced: number; places: [Id, number][] };
}

/**
 * Places those whom the round left without a place: as many as possible, and among these the least sum of
 * distances (minimum-cost flow with a dual certificate).
 * @param free seats left per place. @param pairs compatible pairs only; their order does not matter.
 */
export function placeLeftovers(
  students: readonly Id[],
  free: readonly { place: Id; seats: number }[],
  pairs: readonly Leftover[],
): LeftoverPlacement {
  const ids = [...students].sort(byText);
  const places = [...free].sort((a, b) => byText(a.place, b.place));
  const studentAt = new Map(ids.map((id, k) => [String(id), k]));
  const placeAt = new Map(places.map((p, k) => [String(p.place), k]));
  const lists: Leftover[][] = ids.map(() => []);
  for (const pair of pairs) {
    const s = studentAt.get(String(pair.student));
    const p = placeAt.get(String(pair.place));
    if (s === undefined || p === undefined) continue;
    if (!Number.isInteger(pair.distance) || pair.distance < 0)
      throw new RangeError(`distance of ${pair.student} to ${pair.place} must be a whole number from 0`);
    lists[s]!.push(pair);
  }
  const farthest = pairs.reduce((most, pair) => Math.max(most, pair.distance), 0);
  if ((ids.length + 1) * (farthest + 2) >= 2 ** 30)
    throw new RangeError('distances are too large for so many students: use kilometres instead of metres');
  for (const list of lists) list.sort((a, b) => a.distance - b.distance || byText(a.place, b.place));
  const edges = lists.flat();
  const off = new Int32Array(ids.length + 1);
  lists.forEach((list, s) => {
    off[s + 1] = off[s]! + list.length;
  });
  const flow = bestRanks({
    off,
    level: Int32Array.from(edges, (e) => e.distance),
    owner: Int32Array.from(edges, (e) => studentAt.get(String(e.student))!),
    box: Int32Array.from(edges, (e) => placeAt.get(String(e.place))!),
    boxes: placeBoxes(Int32Array.from(places, (p) => p.seats)),
    order: Int32Array.from(ids, (_, k) => k),
  });
  const assigned = [...flow.choice].filter((e) => e >= 0).map((e) => edges[e]!);
  return {
    kind: 'administrative',
    assigned,
    unplaced: ids.filter((_, s) => flow.choice[s]! < 0),
    distance: assigned.reduce((sum, e) => sum + e.distance, 0),
    prices: {
      unplaced: flow.unplaced,
      places: places.map((p, k): [Id, number] => [p.place, flow.price[k]!]).filter(([, v]) => v > 0),
    },
  };
}

const byText = (a: Id, b: Id): number => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
