import type { Pair, Reading } from './reading.ts';

/** Some limit as a set of pairs, spelled out. */
export interface Limit {
  kind: 'place' | 'employer' | 'quota';
  index: number;
  seats: number;
  reserve: boolean;
  holds(student: number, place: number): boolean;
}

export function limitsOf(reading: Reading): Limit[] {
  const { snapshot, employerOf } = reading;
  const limits: Limit[] = snapshot.places.map((p, k) => ({
    kind: 'place',
    index: k,
    seats: p.capacity,
    reserve: false,
    holds: (_, place) => place === k,
  }));
  snapshot.employers?.forEach((e, k) => {
    limits.push({
      kind: 'employer',
      index: k,
      seats: e.capacity,
      reserve: false,
      holds: (_, place) => employerOf[place] === k,
    });
  });
  snapshot.quotas?.forEach((q, k) => {
    limits.push({
      kind: 'quota',
      index: k,
      seats: q.seats,
      reserve: q.kind === 'reserve',
      holds: (student, place) => {
        const s = snapshot.students[student]!;
        const p = snapshot.places[place]!;
        if (q.place !== undefined && String(q.place) !== String(p.id)) return false;
        if (q.employer !== undefined && String(q.employer) !== String(p.employer ?? '')) return false;
        if (q.college !== undefined && q.college !== s.college) return false;
        return q.programme === undefined || q.programme === s.programme;
      },
    });
  });
  return limits;
}

/** Everyone's seat: pairs held (pinned ones have no pair), and the counts of every limit. */
export interface Held {
  pair: (Pair | null)[];
  place: number[];
  count: number[];
  limits: Limit[];
  /** Indices of limits that speak of a place, so that few are tried. */
  near: number[][];
}

export function countHeld(reading: Reading, place: number[]): Held {
  const limits = limitsOf(reading);
  const near = reading.snapshot.places.map(() => [] as number[]);
  limits.forEach((l, k) => {
    if (l.kind === 'place') near[l.index]!.push(k);
    else if (l.kind === 'employer')
      reading.employerOf.forEach((e, p) => {
        if (e === l.index) near[p]!.push(k);
      });
    else for (const list of near) list.push(k);
  });
  const count = limits.map(() => 0);
  const pair = place.map((p, s) => reading.wishes[s]!.find((w) => w.place === p) ?? null);
  place.forEach((p, s) => {
    if (p >= 0) for (const k of near[p]!) if (limits[k]!.holds(s, p)) count[k]!++;
  });
  return { pair, place, count, limits, near };
}

/**
 * Pairs strictly better for both sides: the student by his tiers; the other side because there is room within every
 * limit, or somebody there stands in a strictly lower class (or sits on a seat reserved for such as he is).
 */
export function blockingPairs(reading: Reading, held: Held, open: (place: number) => boolean): Pair[] {
  const { count, limits, near, place } = held;
  const anyReserve = limits.some(({ reserve }) => reserve);
  const at: number[][] = reading.snapshot.places.map(() => []);
  place.forEach((p, s) => {
    if (p >= 0 && held.pair[s]) at[p]!.push(s);
  });
  const byEmployer = new Map<number, number[]>();
  reading.employerOf.forEach((e, p) => {
    if (e >= 0) byEmployer.set(e, [...(byEmployer.get(e) ?? []), p]);
  });
  const blocking: Pair[] = [];
  reading.wishes.forEach((wishes, s) => {
    const mine = held.pair[s]?.tier ?? Number.POSITIVE_INFINITY;
    for (const w of wishes) {
      if (w.tier >= mine) break;
      if (open(w.place) && wanted(s, w)) blocking.push(w);
    }
  });
  return blocking;

  function wanted(s: number, w: Pair): boolean {
    const p = w.place;
    if (near[p]!.length === 1) {
      // its own seats are all that limits this place: a free one, or somebody there of a lower class
      const k = near[p]![0]!;
      return count[k]! < limits[k]!.seats || at[p]!.some((t) => w.atPlace < held.pair[t]!.atPlace);
    }
    const within = near[p]!.filter((k) => limits[k]!.holds(s, p));
    const own = place[s]!;
    const { employerOf } = reading;
    // inside one employer he may change only where it ranks him no lower
    if (own >= 0 && employerOf[own]! >= 0 && employerOf[own] === employerOf[p])
      if (w.atEmployer > held.pair[s]!.atEmployer) return false;
    const after = (k: number) => count[k]! + (own >= 0 && limits[k]!.holds(s, own) ? 0 : 1);
    const broken = within.filter((k) => !limits[k]!.reserve && after(k) > limits[k]!.seats);
    if (broken.length === 0) return true;
    const employer = reading.employerOf[p]!;
    const rooms = employer >= 0 ? byEmployer.get(employer)! : [p];
    const atEmployerOnly = broken.every((k) => limits[k]!.kind === 'employer');
    for (const room of rooms)
      for (const t of at[room]!) {
        if (t === s || !broken.every((k) => limits[k]!.holds(t, room))) continue;
        const other = held.pair[t]!;
        const gain = anyReserve ? reserved(s, p, t, room) : 0;
        const better = atEmployerOnly ? w.atEmployer < other.atEmployer : w.atPlace < other.atPlace;
        if (gain > 0 || (gain === 0 && better)) return true;
      }
    return false;
  }

  /** Reserved seats gained less those lost when `s` comes to `p` and `t` leaves `room`. */
  function reserved(s: number, p: number, t: number, room: number): number {
    let gain = 0;
    for (const k of new Set([...near[p]!, ...near[room]!])) {
      const l = limits[k]!;
      if (!l.reserve) continue;
      const base = count[k]! - (place[s]! >= 0 && l.holds(s, place[s]!) ? 1 : 0);
      const now = Math.min(base, l.seats);
      const then = Math.min(base + (l.holds(s, p) ? 1 : 0) - (l.holds(t, room) ? 1 : 0), l.seats);
      gain += then - now;
    }
    return gain;
  }
}
