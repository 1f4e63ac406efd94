import { getGender, incline } from 'lvovich';
import { type Case, type Correction, correctionOf, type Declined } from './cases.ts';

export interface PersonName {
  last: string;
  first: string;
  middle?: string | null;
  gender?: 'male' | 'female' | null;
}

/** «Иванов Иван Иванович». */
export function fullName(name: PersonName): string {
  return [name.last, name.first, name.middle].filter(Boolean).join(' ');
}

function initials(name: PersonName): string {
  return [name.first, name.middle]
    .filter((it): it is string => Boolean(it))
    .map((it) => `${it.slice(0, 1).toUpperCase()}.`)
    .join('\u00a0');
}

/** «И. И. Иванов» for signatures, with no-break spaces. */
export function initialsFirst(name: PersonName): string {
  return [initials(name), name.last].filter(Boolean).join('\u00a0');
}

/** «Иванов И. И.» for lists. */
export function initialsLast(name: PersonName): string {
  return [name.last, initials(name)].filter(Boolean).join('\u00a0');
}

/**
 * A full name in a case. Without a known gender (neither given nor seen from the patronymic) the surname may be wrong,
 * and the answer says so. A correction is stored under the full name in the nominative.
 */
export function declineName(
  name: PersonName,
  wanted: Case,
  corrections: readonly Correction[] = [],
): Declined {
  const full = fullName(name);
  const corrected = correctionOf(full, wanted, corrections);
  if (corrected !== null) return { text: corrected, certain: true };
  if (wanted === 'nominative') return { text: full, certain: true };
  const { last, first, middle } = name;
  const gender = name.gender ?? getGender({ last, first, middle: middle ?? null });
  const known = gender === 'male' || gender === 'female';
  const declined = incline({ last, first, middle: middle ?? null, gender: known ? gender : null }, wanted);
  const parts = {
    last: declined.last ?? last,
    first: declined.first ?? first,
    middle: declined.middle ?? middle ?? null,
  };
  return { text: fullName(parts), certain: known };
}
