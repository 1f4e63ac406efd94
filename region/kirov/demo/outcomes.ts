import type { Intake } from './admission.ts';
import type { Prng } from './prng.ts';
import { graduateShares } from './shares.ts';
import { LAST_INTAKE } from './sizes.ts';
import type { DemoOutcome } from './types.ts';

/** Part of the entrants who get the diploma, by the years of study. */
const SURVIVAL = [1, 0.94, 0.88, 0.83, 0.8];

/** Graduates of the last four years by programme and what became of them a year later; the parts sum to the whole. */
export function makeOutcomes(prng: Prng, intakes: Intake[]): DemoOutcome[] {
  const graduates = new Map<string, { intake: Intake; year: number; count: number }>();
  for (const intake of intakes) {
    const years = Math.ceil(intake.programme.months / 12);
    const year = intake.year + years;
    if (year < LAST_INTAKE - 3 || year > LAST_INTAKE) continue;
    const entered = intake.groups.reduce((sum, group) => sum + group.size + group.beside, 0);
    const key = `${intake.programme.id} ${year}`;
    const old = graduates.get(key)?.count ?? 0;
    graduates.set(key, {
      intake,
      year,
      count: old + Math.round(entered * SURVIVAL[years]! * (0.94 + 0.1 * prng.next())),
    });
  }
  return [...graduates.values()].map(({ intake, year, count }) => ({
    programmeId: intake.programme.id,
    year,
    graduates: count,
    ...split(prng, count, { ...graduateShares(intake.programme.spoCode) }),
  }));
}

/** Everyone draws a fate on their own, so small groups differ as they do in life. */
function split<K extends string>(prng: Prng, count: number, shares: Record<K, number>): Record<K, number> {
  const names = Object.keys(shares) as K[];
  const weights = names.map((name) => shares[name]);
  const result = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  for (let i = 0; i < count; i++) result[prng.weighted(names, weights)] += 1;
  return result;
}
