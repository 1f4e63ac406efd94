import municipalities from '../municipalities.json';
import type { Prng } from './prng.ts';
import territory from './territory.json';

export const MUNICIPALITIES = municipalities.rows;
const weights = territory.weights as Record<string, number>;

export const populationOf = (code: string): number => weights[code]!;
export const TOTAL_POPULATION = MUNICIPALITIES.reduce((total, row) => total + populationOf(row.code), 0);

/** A municipality by its people; `urban` multiplies the weight of towns. */
export function pickMunicipality(prng: Prng, urban = 1): string {
  const shares = MUNICIPALITIES.map((row) => populationOf(row.code) * (row.kind === 'urban' ? urban : 1));
  return prng.weighted(MUNICIPALITIES, shares).code;
}

/** A point near the centre: within some 3 km in a town, 12 km in a district. */
export function pointNear(prng: Prng, code: string): { lat: number; lon: number } {
  const row = MUNICIPALITIES.find((candidate) => candidate.code === code)!;
  const spread = row.kind === 'urban' ? 0.03 : 0.11;
  const shift = (around: number, reach: number) =>
    Math.round((around + (prng.next() * 2 - 1) * reach) * 1e5) / 1e5;
  return { lat: shift(row.lat, spread), lon: shift(row.lon, spread * 1.8) };
}
