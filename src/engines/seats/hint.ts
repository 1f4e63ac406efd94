import type { OrderInstance } from './types.ts';

/**
 * The closed formula (domain guide §4.2): seats of a programme for an intake, as if it stood alone.
 * The need of an occupation is shared among its programmes by their crosswalk shares.
 */
export interface SeatsHint {
  need: number;
  pipeline: number;
  other: number;
  /** Share of a seat that becomes a worker by training. */
  yield: number;
  seats: number;
}

export function hintSeats(o: OrderInstance, programme: string, year: number): SeatsHint {
  const p = o.programmes.find((x) => x.id === programme)!;
  const length = Math.ceil(p.months / 12);
  const hint: SeatsHint = {
    need: 0,
    pipeline: 0,
    other: 0,
    yield: (1 - p.dropoutPerYear) ** length * p.graduation * (1 - p.armyShare) * p.inField,
    seats: 0,
  };
  for (const e of o.crosswalk.filter((c) => c.programme === programme)) {
    const all = o.crosswalk.reduce((s, c) => (c.occupation === e.occupation ? s + c.share : s), 0);
    const part = e.share / all;
    const mine = (x: { occupation: string; year: number }) =>
      x.occupation === e.occupation && x.year === year + length;
    for (const n of o.needs.filter(mine)) {
      hint.need += n.amount * part;
      hint.other += (n.other ?? 0) * part;
    }
    for (const s of (o.pipeline ?? []).filter(mine)) hint.pipeline += s.people * part;
  }
  hint.seats = Math.ceil(Math.max(0, hint.need - hint.pipeline - hint.other) / hint.yield - 1e-9);
  return hint;
}
