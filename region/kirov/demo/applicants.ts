import type { Prng } from './prng.ts';
import { NEED_YEARS, type SizeConfig } from './sizes.ts';
import { MUNICIPALITIES, populationOf, TOTAL_POPULATION } from './territory.ts';
import type { DemoApplicants } from './types.ts';

const GRADE_9 = 13200;
const GRADE_11 = 4600;

/** School leavers by municipality; fewer children were born after 2015, so the numbers peak in 2031. */
export function makeApplicants(prng: Prng, config: SizeConfig): DemoApplicants[] {
  return MUNICIPALITIES.flatMap((row) => {
    const part =
      (populationOf(row.code) / TOTAL_POPULATION) * config.territoryShare * (row.rural ? 1.05 : 0.98);
    return NEED_YEARS.map((year, k) => {
      const wave = 1 + 0.012 * Math.min(k, 4) - 0.02 * Math.max(0, k - 4);
      return {
        municipality: row.code,
        year,
        grade9: prng.round(GRADE_9 * part * wave),
        grade11: prng.round(GRADE_11 * part * wave),
        share9: row.rural ? 0.72 : 0.67,
        share11: 0.2,
        mobile: row.rural ? 0.65 : 0.25,
      };
    });
  });
}
