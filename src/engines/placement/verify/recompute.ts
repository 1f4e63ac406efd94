import type { Pair, Reading } from './reading.ts';

/**
 * The two extreme stable placements computed again in the plainest way: lists are sorted, the worst is dropped,
 * nothing is clever. Gives the place of each student (-1: none), pinned students left out.
 */
export function recompute(
  reading: Reading,
  rule: 'student-optimal' | 'place-optimal',
  open: (place: number) => boolean,
): number[] {
  return rule === 'student-optimal' ? studentsPropose(reading, open) : placesOffer(reading, open);
}

function seatsOf(
  reading: Reading,
  open: (place: number) => boolean,
): { place: number[]; employer: number[] } {
  const { snapshot, pinned, employerOf } = reading;
  const place = snapshot.places.map((p, k) => (open(k) ? p.capacity : 0));
  const employer = (snapshot.employers ?? []).map((e) => e.capacity);
  for (const p of pinned.values()) {
    if (open(p)) place[p]!--;
    if (employerOf[p]! >= 0) employer[employerOf[p]!]!--;
  }
  return { place, employer };
}

const comparer = (reading: Reading, by: 'atPlace' | 'atEmployer') => (a: Pair, b: Pair) =>
  a[by] - b[by] ||
  (reading.ticket[a.student]! < reading.ticket[b.student]!
    ? -1
    : reading.ticket[a.student]! > reading.ticket[b.student]!
      ? 1
      : 0);

function studentsPropose(reading: Reading, open: (place: number) => boolean): number[] {
  const { wishes, employerOf } = reading;
  const seats = seatsOf(reading, open);
  const atPlace = comparer(reading, 'atPlace');
  const atEmployer = comparer(reading, 'atEmployer');
  const here: Pair[][] = seats.place.map(() => []);
  const there: Pair[][] = seats.employer.map(() => []);
  const next = wishes.map(() => 0);
  const got = wishes.map(() => -1);
  const free = wishes.map((_, s) => s).filter((s) => !reading.pinned.has(s));
  const remove = (list: Pair[], pair: Pair) => list.splice(list.indexOf(pair), 1);
  while (free.length > 0) {
    const s = free.pop()!;
    const wish = wishes[s]![next[s]!++];
    if (!wish) continue;
    const e = employerOf[wish.place]!;
    here[wish.place]!.push(wish);
    if (e >= 0) there[e]!.push(wish);
    got[s] = wish.place;
    let out: Pair | undefined;
    if (here[wish.place]!.length > seats.place[wish.place]!) out = here[wish.place]!.sort(atPlace).at(-1);
    else if (e >= 0 && there[e]!.length > seats.employer[e]!) out = there[e]!.sort(atEmployer).at(-1);
    if (!out) continue;
    remove(here[out.place]!, out);
    if (e >= 0) remove(there[e]!, out);
    got[out.student] = -1;
    free.push(out.student);
  }
  return got;
}

function placesOffer(reading: Reading, open: (place: number) => boolean): number[] {
  const { wishes, employerOf } = reading;
  const seats = seatsOf(reading, open);
  const choosers = new Map<string, Pair[]>();
  for (const list of wishes)
    for (const w of list) {
      const e = employerOf[w.place]!;
      const key = e >= 0 ? `e${e}` : `p${w.place}`;
      choosers.set(key, [...(choosers.get(key) ?? []), w]);
    }
  const order = comparer(reading, 'atEmployer');
  for (const list of choosers.values()) list.sort((a, b) => order(a, b) || a.tier - b.tier);
  const got: (Pair | null)[] = wishes.map(() => null);
  for (let again = true; again; ) {
    again = false;
    for (const list of choosers.values())
      for (let k = 0; k < list.length; k++) {
        const w = list[k]!;
        const e = employerOf[w.place]!;
        if (e >= 0 ? seats.employer[e]! <= 0 : seats.place[w.place]! <= 0) break;
        const mine = got[w.student];
        if (seats.place[w.place]! <= 0 || (mine && mine.tier <= w.tier)) continue;
        if (mine) {
          seats.place[mine.place]!++;
          if (employerOf[mine.place]! >= 0) seats.employer[employerOf[mine.place]!]!++;
        }
        got[w.student] = w;
        seats.place[w.place]!--;
        if (e >= 0) seats.employer[e]!--;
        again = true;
        // a seat came free: those passed over may want it
        k = -1;
      }
  }
  return got.map((w) => w?.place ?? -1);
}
