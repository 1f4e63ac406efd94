// What of a computed distribution is kept by student and by place. Pure: it runs in the thread of the draw.
import type { PlacementRun, Refusal } from '../../../engines/placement/index.ts';

const changeOf = ({ change }: Refusal) => {
  if (!change) return null;
  const value =
    change.kind === 'position'
      ? change.position
      : change.kind === 'minimum'
        ? change.minimum
        : change.capacity;
  return { kind: change.kind, value };
};

/** A refusal as it is kept for the student: own figures and the border, nobody else. */
const told = (refusal: Refusal) => ({
  offerId: String(refusal.place),
  reason: refusal.reason,
  position: refusal.position ?? null,
  cutoff: refusal.cutoff ?? null,
  ahead: refusal.ahead ?? null,
  had: refusal.had ?? null,
  minimum: refusal.minimum ?? null,
  tier: refusal.tier ?? null,
  cutoffTier: refusal.cutoffTier ?? null,
  byLot: refusal.tier !== undefined && refusal.tier === refusal.cutoffTier,
  change: changeOf(refusal),
});

/** Rows by student: entry, place, tier of the own list, where they stand at the place, every refusal. */
export function rowsOf({ market, solved, result }: PlacementRun): object[] {
  const { students, places, to, level, inOff, inEdge, ownTie, pinnedAt, owner } = market;
  const stood = new Int32Array(students.length);
  for (let p = 0; p < places.length; p++)
    for (let x = inOff[p]!; x < inOff[p + 1]!; x++) {
      const e = inEdge[x]!;
      if (solved.choice[owner[e]!] === e) stood[owner[e]!] = x - inOff[p]! + 1;
    }
  return students.map((id, s) => {
    const e = solved.choice[s]!;
    const pinned = pinnedAt[s]! >= 0;
    return {
      entry: id,
      offer: pinned ? places[pinnedAt[s]!] : e >= 0 ? places[to[e]!] : null,
      rank: e >= 0 ? level[e]! + 1 : null,
      pinned,
      stood: e >= 0 ? stood[s] : null,
      tier: e >= 0 ? ownTie[e]! + 1 : null,
      refusals: (result.refusals[String(id)] ?? []).map(told),
    };
  });
}

/** Borders by place. */
export function bordersOf({ result }: PlacementRun): object[] {
  const closed = new Set(result.closed.map(({ place }) => String(place)));
  return Object.entries(result.cutoffs).map(([offer, cutoff]) => ({
    offer,
    cutoff,
    closed: closed.has(offer),
  }));
}

/** Who asked for a place and has none, and the seats that nobody took; a place without anybody counts as shut when it has a minimum. */
export function leftOf({ market, solved, result }: PlacementRun): {
  unplaced: string[];
  free: { place: string; seats: number }[];
} {
  const unplaced = market.students.flatMap((id, s) =>
    solved.choice[s]! < 0 && market.pinnedAt[s]! < 0 && market.snapshot.students[s]!.ranks.length > 0
      ? [String(id)]
      : [],
  );
  const free = market.places.flatMap((id, p) => {
    const cutoff = result.cutoffs[String(id)]!;
    const seats = solved.closed[p] ? 0 : cutoff.capacity - cutoff.placed;
    return seats > 0 && (cutoff.placed > 0 || market.minimum[p]! <= 1) ? [{ place: String(id), seats }] : [];
  });
  return { unplaced, free };
}
