import { nameIndex } from '../find-by-name.ts';
import type { ImportLists, KnownPlace } from '../lists.ts';
import { okpdtrIndex } from '../needs/find-occupation.ts';
import { namesPlace, wordsOf } from './normalise/vacancy-words.ts';
import type { VacancyRow } from './vacancy-row.ts';

/** Finds the occupation of each card: its own code, ОКПДТР, then an equal name of the position or of the title. */
export function findOccupations(rows: readonly VacancyRow[], lists: ImportLists): void {
  const names = nameIndex(
    lists.occupations,
    (it) => it.code,
    (it) => [it.name],
  );
  const okpdtr = okpdtrIndex(lists.occupations);
  for (const row of rows) {
    const hint = row.occupation;
    row.occupation = null;
    const own = hint !== null && !hint.startsWith('?') ? names.byCode(hint) : undefined;
    const byCode = own ?? (row.profession ? okpdtr.get(row.profession.slice(0, 5)) : undefined);
    const byName = byCode
      ? undefined
      : (names.byName(row.title) ?? names.byName(hint?.replace(/^\?/, '') ?? ''));
    const found = byCode ?? byName;
    if (!found) continue;
    row.occupation = found.code;
    row.occupationBy = byCode ? 'code' : 'name';
  }
}

/** Municipality by the words of the address; of several the longest name wins (Кирово-Чепецк before Киров). */
export function findPlaces(rows: readonly VacancyRow[], lists: ImportLists): void {
  const names = lists.places
    .flatMap((place) => [place.name, ...place.aliases].map((name) => ({ name, place })))
    .sort((a, b) => b.name.length - a.name.length);
  const known = new Map<string, KnownPlace | null>();
  const codes = new Set(lists.places.map((it) => it.code));
  for (const row of rows) {
    if (row.municipality !== null && codes.has(row.municipality)) continue;
    if (lists.region !== null && row.region !== null && !row.region.startsWith(lists.region)) {
      row.municipality = null;
      continue;
    }
    const written = row.municipality ?? row.location ?? '';
    const address = wordsOf(written);
    let place = known.get(address);
    if (place === undefined) {
      place = names.find((it) => namesPlace(address, it.name))?.place ?? null;
      known.set(address, place);
    }
    row.municipality = place?.code ?? null;
  }
}
