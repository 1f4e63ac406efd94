import { buildMarket } from '../market/build-market.ts';
import type { Market } from '../market/market.ts';
import { solve } from '../solve/solve.ts';
import type { Change, Refusal } from '../types.ts';
import { applyChange, strictOrder } from './apply-change.ts';

/**
 * The smallest single change found that places a refused student there or better, each tried by a whole new run, so
 * that what is promised is true: a position in the order, else a lower minimum, else more seats. Works for every
 * rule, with minimum groups and teams; null when none of these helps.
 */
export function findChange(market: Market, s: number, refusal: Refusal): Change | null {
  const place = refusal.place;
  const p = market.placeOf.get(String(place))!;
  const level = tierOf(market, s, p);
  if (level < 0 || refusal.reason === 'team') return null;
  const helps = (change: Change): boolean => {
    const after = buildMarket(
      applyChange(market, market.snapshot, market.students[s]!, change),
      market.rules,
      market.seed,
    );
    const got = solve(after).choice[s]!;
    return got >= 0 && after.level[got]! <= level;
  };
  const employer = market.employerOf[p]!;
  const seats = market.snapshot.places[p]!.capacity;
  if (refusal.reason === 'closedMinimum')
    return largest(refusal.had!, 0, (minimum) => ({ kind: 'minimum', place, minimum }), helps);
  const ordering =
    market.rules.rule !== 'best-ranks' && (employer < 0 || market.snapshot.employers![employer]!.order);
  if (ordering && seats > 0) {
    const { students } = strictOrder(market, p);
    const found = largest(
      students.indexOf(s),
      1,
      (position) => ({ kind: 'position', place, position }),
      helps,
    );
    if (found) return found;
  }
  const asked = market.inOff[p + 1]! - market.inOff[p]!;
  const more = smallest(
    seats + 1,
    seats + asked + 1,
    (capacity) => ({ kind: 'capacity', place, capacity }),
    helps,
  );
  if (more || employer < 0) return more;
  const cap = market.snapshot.employers![employer]!.capacity;
  const id = market.employers[employer]!;
  return smallest(
    cap + 1,
    cap + market.students.length,
    (capacity) => ({ kind: 'employerCapacity', employer: id, capacity }),
    helps,
  );
}

function tierOf(market: Market, s: number, p: number): number {
  for (let e = market.off[s]!; e < market.off[s + 1]!; e++) if (market.to[e] === p) return market.level[e]!;
  return -1;
}

type Make = (value: number) => Change;
type Helps = (change: Change) => boolean;

/** The largest value between `from` and `least` that helps, if `least` does. */
function largest(from: number, least: number, make: Make, helps: Helps): Change | null {
  if (from < least || !helps(make(least))) return null;
  let [low, high] = [least, from];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (helps(make(middle))) low = middle;
    else high = middle - 1;
  }
  return make(low);
}

/** The smallest value up to `most` that helps, if `most` does. */
function smallest(from: number, most: number, make: Make, helps: Helps): Change | null {
  if (!helps(make(most))) return null;
  let [low, high] = [from, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (helps(make(middle))) high = middle;
    else low = middle + 1;
  }
  return make(low);
}
