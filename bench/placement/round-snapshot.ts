import { generateDemo } from '../../region/kirov/demo/generate.ts';
import { makeRounds } from '../../region/kirov/demo/practice-rounds.ts';

/** Bands of nearness as the demo's distribution has them: 0 at home, else by the places' numbers, the same in every run. */
export const distanceKm = (home: string, there: string): number =>
  home === there ? 0 : 10 + ((home.length * 37 + there.charCodeAt(0) * 11 + there.length * 5) % 120);

const BANDS = [10, 30, 60];

/** The text a freezing would write for the full region's distribution. */
export function roundText(km: (home: string, there: string) => number) {
  const region = generateDemo('full');
  const [round] = makeRounds(region);
  if (!round) throw new Error('the full region has no distribution');
  const home = new Map(region.persons.map((person) => [person.id, person.municipality]));
  const at = new Map(round.offers.map((offer) => [offer.id, offer.municipality]));
  const practice = new Map(round.practices.map((one) => [one.id, one]));
  const code = new Map(round.offers.map((offer) => [offer.id, offer.spoCode]));
  const students = round.students.map(({ entryId, personId, practiceId, ranks }) => ({
    id: entryId,
    college: practice.get(practiceId)?.collegeId ?? '',
    programme: code.get(ranks[0] ?? '') ?? '',
    ranks,
    classes: ranks.map((id) => {
      const way = km(home.get(personId) ?? '', at.get(id) ?? '');
      const band = BANDS.findIndex((limit) => way <= limit);
      return [band < 0 ? BANDS.length : band];
    }),
  }));
  const places = round.offers.map(({ id, capacity, minGroup, spoCode }) => ({
    id,
    capacity,
    programmes: [spoCode],
    ...(minGroup > 1 && { minimum: minGroup }),
  }));
  return {
    input: JSON.stringify({ students, places }),
    seed: round.seed,
    students: students.length,
    places: places.length,
  };
}
