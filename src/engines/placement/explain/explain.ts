import type { PlacementRun } from '../place.ts';
import type { Change, Id, Refusal } from '../types.ts';
import { findChange } from './find-change.ts';
import { Reasons } from './reasons.ts';

/** Answer to «why not there»: a refusal, or one of the facts that make the question void. */
export type Explanation =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'placedThere' }
  /** Placed at a place that stands no lower in the own list; `rank` from 1. */
  | { kind: 'gotBetter'; place: Id; rank: number }
  | { kind: 'pinned'; place: Id }
  | { kind: 'notListed' }
  | { kind: 'unknown' };

/** Why a student is not at a place. Names nobody else; for officials `holders` adds who is there. */
export function explain(run: PlacementRun, studentId: Id, placeId: Id): Explanation {
  const { market, solved } = run;
  const s = market.studentOf.get(String(studentId));
  const p = market.placeOf.get(String(placeId));
  if (s === undefined || p === undefined) return { kind: 'unknown' };
  if (market.pinnedAt[s]! >= 0)
    return market.pinnedAt[s] === p
      ? { kind: 'placedThere' }
      : { kind: 'pinned', place: market.places[market.pinnedAt[s]!]! };
  const mine = solved.choice[s]!;
  if (mine >= 0 && market.to[mine] === p) return { kind: 'placedThere' };
  const found = new Reasons(market, solved).of(s).find((r) => r.refusal.place === market.places[p]);
  if (found) {
    const given = run.result.refusals[String(studentId)]?.find((r) => r.place === market.places[p]);
    return { kind: 'refused', refusal: given ?? found.refusal };
  }
  const listed = market.snapshot.students[s]!.ranks.flat().some((id) => String(id) === String(placeId));
  if (!listed || mine < 0) return { kind: 'notListed' };
  return { kind: 'gotBetter', place: market.places[market.to[mine]!]!, rank: market.level[mine]! + 1 };
}

/**
 * What would have to differ so that the student is placed there or better: true when run again. Null when he is
 * not refused there, or no single change of the known kinds helps.
 */
export function counterfactual(run: PlacementRun, studentId: Id, placeId: Id): Change | null {
  const told = explain(run, studentId, placeId);
  if (told.kind !== 'refused') return null;
  if (told.refusal.change !== undefined) return told.refusal.change;
  const s = run.market.studentOf.get(String(studentId))!;
  return findChange(run.market, s, told.refusal);
}

export interface Holder {
  student: Id;
  /** Position at the place, from 1; absent for pinned pairs. */
  position?: number;
  tier?: number;
}

/** Who is at a place and how they stood in its order: for officials with the right to know. */
export function holders(run: PlacementRun, placeId: Id): Holder[] {
  const { market, solved } = run;
  const p = market.placeOf.get(String(placeId));
  if (p === undefined) return [];
  const out: Holder[] = [];
  market.pinnedAt.forEach((at, s) => {
    if (at === p) out.push({ student: market.students[s]! });
  });
  for (let x = market.inOff[p]!; x < market.inOff[p + 1]!; x++) {
    const e = market.inEdge[x]!;
    const s = market.owner[e]!;
    if (solved.choice[s] === e)
      out.push({
        student: market.students[s]!,
        position: x - market.inOff[p]! + 1,
        tier: market.ownTie[e]! + 1,
      });
  }
  return out;
}
