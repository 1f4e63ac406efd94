import type { FitOpening, FitPerson, Terms } from '../types.ts';

/** Whether a person may be proposed for an opening at all: programme, period, distance. Not a matter of points. */
export function allowed(person: FitPerson, opening: FitOpening): boolean {
  const { programmes } = opening;
  if (programmes && !programmes.some((it) => String(it) === String(person.programme ?? ''))) return false;
  if (person.from && opening.to && person.from > opening.to) return false;
  if (person.to && opening.from && person.to < opening.from) return false;
  return near(person, opening);
}

function near(a: Terms, b: Terms): boolean {
  const most = Math.min(a.maxKm ?? Number.POSITIVE_INFINITY, b.maxKm ?? Number.POSITIVE_INFINITY);
  if (most === Number.POSITIVE_INFINITY) return true;
  if (a.x === undefined || a.y === undefined || b.x === undefined || b.y === undefined) return true;
  return Math.hypot(a.x - b.x, a.y - b.y) <= most;
}
