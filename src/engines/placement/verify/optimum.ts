import type { PlacementCertificate } from '../types.ts';
import type { Held } from './limits.ts';
import type { Reading } from './reading.ts';

/**
 * Weak duality: with a price for staying unplaced and a price per seat of each limit, no placement can be cheaper
 * than Σ best offer − Σ seats × price. When the placement costs exactly that, nothing is better; and when the price
 * of staying unplaced outweighs every sum of ranks, nothing seats more.
 */
export function provedByPrices(
  reading: Reading,
  held: Held,
  certificate: PlacementCertificate,
  open: (place: number) => boolean,
): boolean {
  const { prices } = certificate;
  if (!prices) return false;
  const { snapshot, wishes, pinned, place: placeNo } = reading;
  const price = held.limits.map(() => 0);
  const put = (kind: string, index: number | undefined, value: number): boolean => {
    const k = held.limits.findIndex((l) => l.kind === kind && l.index === index);
    if (k < 0 || !Number.isInteger(value) || value < 0 || held.limits[k]!.reserve) return false;
    price[k] = value;
    return true;
  };
  const employerNo = new Map((snapshot.employers ?? []).map((e, k) => [String(e.id), k]));
  const known =
    prices.places.every(([id, v]) => put('place', placeNo.get(String(id)), v)) &&
    prices.employers.every(([id, v]) => put('employer', employerNo.get(String(id)), v)) &&
    prices.quotas.every(([index, v]) => put('quota', index, v));
  if (!known) return false;
  const longest = Math.max(1, ...wishes.map((w) => (w.at(-1)?.tier ?? 0) + 1));
  if (prices.unplaced <= wishes.length * longest) return false;
  let cost = 0;
  let bound = 0;
  wishes.forEach((list, s) => {
    if (pinned.has(s)) return;
    const pair = held.pair[s];
    cost += pair ? pair.tier + 1 : prices.unplaced;
    let offer = prices.unplaced;
    for (const w of list) {
      if (!open(w.place)) continue;
      let total = w.tier + 1;
      for (const k of held.near[w.place]!) if (held.limits[k]!.holds(s, w.place)) total += price[k]!;
      if (total < offer) offer = total;
    }
    bound += offer;
  });
  held.limits.forEach((l, k) => {
    if (price[k] === 0) return;
    let seats = l.kind === 'place' && !open(l.index) ? 0 : l.seats;
    for (const [s, p] of pinned) if (l.holds(s, p)) seats--;
    bound -= Math.max(0, seats) * price[k]!;
  });
  return cost === bound;
}

/** How many can be seated at all, found by augmenting paths from the placement given; null with several limits. */
export function mostSeats(
  reading: Reading,
  place: readonly number[],
  open: (place: number) => boolean,
): number | null {
  const { snapshot, wishes, pinned } = reading;
  if (snapshot.employers?.length || snapshot.quotas?.length) return null;
  const seats = snapshot.places.map((p, k) => (open(k) ? p.capacity : 0));
  for (const p of pinned.values()) seats[p]!--;
  const at: number[][] = seats.map(() => []);
  place.forEach((p, s) => {
    if (p >= 0 && !pinned.has(s)) at[p]!.push(s);
  });
  const seat = place.map((p, s) => (pinned.has(s) ? -1 : p));
  let most = seat.filter((p) => p >= 0).length;
  for (let s = 0; s < seat.length; s++) if (seat[s] === -1 && !pinned.has(s) && grow(s)) most++;
  return most + pinned.size;

  /** Breadth-first: who would have to go on, until a free seat. */
  function grow(first: number): boolean {
    const from = new Map<number, number>();
    const queue = [first];
    for (const s of queue)
      for (const w of wishes[s]!) {
        const p = w.place;
        if (from.has(p)) continue;
        from.set(p, s);
        if (at[p]!.length < seats[p]!) {
          for (let to = p; ; ) {
            const mover = from.get(to)!;
            const left = seat[mover]!;
            at[to]!.push(mover);
            seat[mover] = to;
            if (left < 0) return true;
            at[left]!.splice(at[left]!.indexOf(mover), 1);
            to = left;
          }
        }
        queue.push(...at[p]!);
      }
    return false;
  }
}
