import { createHmac } from 'node:crypto';
import type { PlacementResult, PlacementRules, Refusal } from '../types.ts';
import type { Held } from './limits.ts';
import type { Pair, Reading } from './reading.ts';

type Bad = (code: string, params?: Record<string, string | number>) => void;

/** Everyone who may stand somewhere, in the strict order there, and the position (from 1) of each student. */
interface Order {
  pairs: Pair[];
  at: Map<Pair, number>;
}

/** Strict orders of places and of employers, the lottery drawn anew. */
interface Orders {
  place: Order[];
  employer: Order[];
  /** Quotas or teams: grounds have no simple facts. */
  mixed: boolean;
}

export function readOrders(reading: Reading, rules: PlacementRules, seed: Uint8Array): Orders {
  const { snapshot, wishes, employerOf, ticket } = reading;
  const byTicket = snapshot.students.map((_, s) => s).sort((a, b) => (ticket[a]! < ticket[b]! ? -1 : 1));
  const drawn = new Int32Array(byTicket.length);
  byTicket.forEach((s, k) => {
    drawn[s] = k;
  });
  const label = `${rules.label ?? 'rostok-placement/1'}/places`;
  const placeTicket = snapshot.places.map((p) =>
    createHmac('sha256', seed).update(`${label}\n${p.id}`).digest('hex'),
  );
  const place: Pair[][] = snapshot.places.map(() => []);
  const employer: Pair[][] = (snapshot.employers ?? []).map(() => []);
  for (const own of wishes)
    for (const w of own) {
      place[w.place]!.push(w);
      const e = employerOf[w.place]!;
      if (e >= 0) employer[e]!.push(w);
    }
  const sorted = (pairs: Pair[], by: 'atPlace' | 'atEmployer'): Order => {
    pairs.sort(
      (a, b) =>
        a[by] - b[by] ||
        drawn[a.student]! - drawn[b.student]! ||
        a.tier - b.tier ||
        (placeTicket[a.place]! < placeTicket[b.place]! ? -1 : 1),
    );
    return { pairs, at: new Map(pairs.map((w, k) => [w, k + 1])) };
  };
  return {
    place: place.map((pairs) => sorted(pairs, 'atPlace')),
    employer: employer.map((pairs) => sorted(pairs, 'atEmployer')),
    mixed: !!snapshot.quotas?.length || snapshot.students.some((s) => s.team !== undefined),
  };
}

/** Each place's border: how many, whether there was room for all, the last admitted and the ticket that decided. */
export function checkCutoffs(
  reading: Reading,
  result: PlacementResult,
  held: Held,
  orders: Orders,
  open: (place: number) => boolean,
  bad: Bad,
): void {
  const { snapshot, wishes, pinned, ticket } = reading;
  const refused = new Set<number>();
  wishes.forEach((own, s) => {
    const mine = held.pair[s]?.tier ?? Number.POSITIVE_INFINITY;
    if (!pinned.has(s)) for (const w of own) if (w.tier < mine) refused.add(w.place);
  });
  snapshot.places.forEach((p, k) => {
    const { pairs } = orders.place[k]!;
    let last = -1;
    pairs.forEach((w, x) => {
      if (held.pair[w.student] === w) last = x;
    });
    const placed = held.count[k]!;
    const wanted: Record<string, unknown> = {
      placed,
      capacity: p.capacity,
      open: open(k) && placed < p.capacity && !refused.has(k),
    };
    if (last >= 0) {
      wanted.position = last + 1;
      wanted.tier = pairs[last]!.atPlace + 1;
      if (pairs[last + 1]?.atPlace === pairs[last]!.atPlace) wanted.ticket = ticket[pairs[last]!.student];
    }
    const told = Object.hasOwn(result.cutoffs ?? {}, String(p.id)) ? result.cutoffs[String(p.id)] : undefined;
    if (!same(told, wanted)) bad('cutoff', { place: p.id });
  });
}

const same = (told: unknown, wanted: Record<string, unknown>): boolean => {
  if (typeof told !== 'object' || told === null) return false;
  const names = Object.keys(told);
  return (
    names.length === Object.keys(wanted).length &&
    names.every((name) => (told as Record<string, unknown>)[name] === wanted[name])
  );
};

/** The ground of a refusal and its facts. With quotas or teams only that the ground is one of those possible. */
export function refusalHolds(
  reading: Reading,
  result: PlacementResult,
  held: Held,
  orders: Orders,
  student: number,
  told: Refusal,
): boolean {
  const { snapshot, wishes, employerOf } = reading;
  const p = reading.place.get(String(told.place))!;
  const { change: _, place: __, ...facts } = told;
  const w = wishes[student]!.find((one) => one.place === p);
  if (!w) {
    const takes = snapshot.places[p]!.programmes;
    const programme = snapshot.students[student]!.programme;
    const fits = !takes || (programme !== undefined && takes.includes(programme));
    return same(facts, { reason: fits ? 'notAcceptable' : 'notCompatible' });
  }
  const closing = result.closed.find((c) => String(c.place) === String(told.place));
  if (closing) return same(facts, { reason: 'closedMinimum', had: closing.had, minimum: closing.minimum });
  if (result.certificate.rule === 'best-ranks') return same(facts, { reason: 'total' });
  if (orders.mixed)
    return ['full', 'employerCap', 'quota', 'reserved', 'team', 'total'].includes(told.reason);
  const e = employerOf[p]!;
  const own = held.place[student]!;
  // limits stand in the order of places, then of employers
  const atEmployer =
    e >= 0 ? held.count[snapshot.places.length + e]! - (own >= 0 && employerOf[own] === e ? 1 : 0) : 0;
  const full = held.count[p]! >= snapshot.places[p]!.capacity;
  const capped = e >= 0 && atEmployer >= snapshot.employers![e]!.capacity;
  if (!full && !capped) return own !== p && same(facts, { reason: 'total' });
  const order = full ? orders.place[p]! : orders.employer[e]!;
  const by = full ? 'atPlace' : 'atEmployer';
  const there = order.pairs.filter((one) => one.student !== student && held.pair[one.student] === one);
  const mine = order.at.get(w)!;
  const wanted: Record<string, unknown> = { reason: full ? 'full' : 'employerCap' };
  const last = there.at(-1);
  wanted.position = full || last ? mine : orders.place[p]!.at.get(w)!;
  wanted.tier = (full || last ? w[by] : w.atPlace) + 1;
  if (last) {
    wanted.cutoff = order.at.get(last)!;
    wanted.cutoffTier = last[by] + 1;
    wanted.ahead = there.filter((one) => order.at.get(one)! < mine).length;
    // a repair that moves nobody may leave somebody of a lower order there
    if (full && order.at.get(last)! > mine && told.reason === 'reserved') wanted.reason = 'reserved';
  }
  return same(facts, wanted);
}
