import type { Market } from '../market/market.ts';
import type { Change, Id, PlacementSnapshot } from '../types.ts';

/** First edge of every student an employer may take, in its strict order. */
export function employerOrder(market: Market, employer: number): number[] {
  const { employerOf, to, rank, owner } = market;
  const edges: number[] = [];
  for (let e = 0; e < to.length; e++) if (employerOf[to[e]!] === employer) edges.push(e);
  edges.sort((a, b) => rank[a]! - rank[b]!);
  return edges.filter((e, k) => k === 0 || owner[edges[k - 1]!] !== owner[e]);
}

/** Strict order in which a place (or the employer that orders for it) takes students, lottery included. */
export function strictOrder(market: Market, place: number): { students: number[]; employer: number } {
  const { inOff, inEdge, owner, employerOf, snapshot } = market;
  const k = employerOf[place]!;
  if (k >= 0 && snapshot.employers![k]!.order && !snapshot.places[place]!.order)
    return { students: employerOrder(market, k).map((e) => owner[e]!), employer: k };
  const students = [...inEdge.subarray(inOff[place]!, inOff[place + 1]!)].map((e) => owner[e]!);
  return { students, employer: -1 };
}

/** The snapshot as it would be after a change for one student: what a counterfactual is checked on. */
export function applyChange(
  market: Market,
  snapshot: PlacementSnapshot,
  student: Id,
  change: Change,
): PlacementSnapshot {
  if (change.kind === 'employerCapacity')
    return {
      ...snapshot,
      employers: snapshot.employers!.map((e) =>
        String(e.id) === String(change.employer) ? { ...e, capacity: change.capacity } : e,
      ),
    };
  const p = market.placeOf.get(String(change.place))!;
  const withPlace = (part: object): PlacementSnapshot => ({
    ...snapshot,
    places: snapshot.places.map((place, k) => (k === p ? { ...place, ...part } : place)),
  });
  if (change.kind === 'capacity') return withPlace({ capacity: change.capacity });
  if (change.kind === 'minimum') return withPlace({ minimum: change.minimum });
  const s = market.studentOf.get(String(student))!;
  const { students, employer } = strictOrder(market, p);
  const order = students.filter((t) => t !== s);
  order.splice(change.position - 1, 0, s);
  const ids = order.map((t) => market.students[t]!);
  if (employer < 0) return withPlace({ order: ids });
  return {
    ...snapshot,
    employers: snapshot.employers!.map((e, k) => (k === employer ? { ...e, order: ids } : e)),
  };
}
