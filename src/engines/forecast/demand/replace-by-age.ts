import type { AgeCell, ExitRate } from '../input.ts';

/** People by sex and single year of age. */
export type AgePyramid = Map<string, number>;

const OLDEST = 100;

/** Spreads bands evenly over their single years. */
export function pyramidOf(cells: readonly AgeCell[]): AgePyramid {
  const pyramid: AgePyramid = new Map();
  for (const c of cells) {
    const width = c.ageTo - c.ageFrom + 1;
    for (let age = c.ageFrom; age <= c.ageTo; age++) {
      const key = `${c.sex}/${age}`;
      pyramid.set(key, (pyramid.get(key) ?? 0) + c.headcount / width);
    }
  }
  return pyramid;
}

/** Chance of leaving in a year: 1 − (1 − q)(1 − ρ)(1 − τ)(1 − m). */
export function exitChance(r: Pick<ExitRate, 'mortality' | 'retirement' | 'transfer' | 'migration'>): number {
  return 1 - (1 - r.mortality) * (1 - r.retirement) * (1 - r.transfer) * (1 - r.migration);
}

/**
 * Leavers of an occupation by year, R(y) = Σ W(sex, age)·chance, with the stayers a year older each year and
 * hires that keep the number of people, spread evenly over `hireAges` and over sexes as they stand.
 * @returns leavers as a share of the people, for each year of `years`; empty when nobody is counted.
 */
export function replacementPath(
  start: AgePyramid,
  chance: (sex: string, age: number, year: number) => number,
  years: readonly number[],
  hireAges: readonly [number, number],
): Map<number, number> {
  const total = [...start.values()].reduce((a, b) => a + b, 0);
  const path = new Map<number, number>();
  if (!(total > 0)) return path;
  let now = start;
  for (const year of years) {
    const next: AgePyramid = new Map();
    const bySex = new Map<string, number>();
    let leavers = 0;
    for (const [key, people] of now) {
      const [sex = 'all', text] = key.split('/');
      const age = Number(text);
      const gone = people * chance(sex, age, year);
      leavers += gone;
      bySex.set(sex, (bySex.get(sex) ?? 0) + people);
      const older = `${sex}/${Math.min(age + 1, OLDEST)}`;
      next.set(older, (next.get(older) ?? 0) + people - gone);
    }
    path.set(year, leavers / total);
    const [from, to] = hireAges;
    for (const [sex, people] of bySex) {
      for (let age = from; age <= to; age++) {
        const key = `${sex}/${age}`;
        next.set(key, (next.get(key) ?? 0) + (leavers * people) / total / (to - from + 1));
      }
    }
    now = next;
  }
  return path;
}

/**
 * Net replacement from two cross-sections when no rates are known: Σ over ages of what each birth cohort
 * lost, a year: Σ max(0, W(a, t) − W(a + k, t + k)) / k. Cohorts that grew (late entrants) do not offset it.
 */
export function netReplacement(then: AgePyramid, now: AgePyramid, yearsApart: number): number {
  let lost = 0;
  for (const [key, people] of then) {
    const [sex, text] = key.split('/');
    lost += Math.max(0, people - (now.get(`${sex}/${Number(text) + yearsApart}`) ?? 0));
  }
  return lost / yearsApart;
}
