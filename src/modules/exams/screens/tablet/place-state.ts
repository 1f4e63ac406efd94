import { aspectState } from './mark-queue.ts';
import type { Sheet } from './sheet.ts';
import type { Marking } from './use-marking.ts';

/** What this expert sees of one workplace: every aspect, how many are left, what differs, points so far. */
export function placeState(sheet: Sheet, marks: Marking['marks'], examineeId: string, criterion?: string) {
  const aspects = sheet.aspects.filter((one) => !criterion || one.criterion === criterion);
  const who = { examineeId, personId: sheet.personId, judges: sheet.judges, spread: sheet.spread };
  const states = aspects.map((aspect) => aspectState(aspect, marks, who));
  return {
    states,
    left: states.filter(({ missing }) => missing).length,
    apart: states.filter(({ apart }) => apart > 0).length,
    points: states.reduce((sum, one) => sum + (one.points ?? 0), 0),
    total: aspects.length,
  };
}
