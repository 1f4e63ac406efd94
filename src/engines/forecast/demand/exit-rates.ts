import type { AgeCell, ExitRate, ForecastInput } from '../input.ts';
import type { EngineIssue } from '../issue.ts';
import type { ExitSource } from '../result.ts';
import type { ForecastSettings } from '../settings.ts';
import { exitChance, netReplacement, pyramidOf, replacementPath } from './replace-by-age.ts';
import { shrinkTransfers } from './shrink-rates.ts';

/** Yearly share of an occupation that leaves it. */
export type ExitShare = (occupation: string, year: number) => number;

/** Rates of all occupations, and what each rests on. */
export interface Exits {
  share: ExitShare;
  source(occupation: string): ExitSource;
  /** Known only after the rates were asked for: what had to be guessed. */
  notes(): EngineIssue[];
}

/**
 * Where the share of leavers comes from, best first: ages and rates by age; two age cross-sections; the
 * default, which is noted as an assumption. Transfers of small occupations are shrunk to their group.
 */
export function exitShares(
  input: ForecastInput,
  settings: ForecastSettings,
  years: readonly number[],
): Exits {
  const ages = new Map<string, AgeCell[]>();
  for (const cell of input.ages) {
    const list = ages.get(cell.occupation);
    if (list) list.push(cell);
    else ages.set(cell.occupation, [cell]);
  }
  const transfers = shrinkTransfers(input.occupationExits);
  const paths = new Map<string, Map<number, number>>();
  for (const [occupation, cells] of ages) {
    const counted = [...new Set(cells.map((c) => c.year))].sort((a, b) => a - b);
    const latest = counted[counted.length - 1]!;
    const of = (year: number) => pyramidOf(cells.filter((c) => c.year === year));
    if (input.exitRates.length > 0) {
      const find = rateFinder(input.exitRates, occupation, transfers.get(occupation));
      // Ages are moved from their own year, so the run-up to the first forecast year is simulated too.
      const all = Array.from({ length: years[years.length - 1]! - latest }, (_, k) => latest + 1 + k);
      paths.set(occupation, replacementPath(of(latest), find, all, settings.hireAges));
    } else if (counted.length >= 2) {
      const then = of(counted[0]!);
      const people = [...then.values()].reduce((a, b) => a + b, 0);
      const share = people > 0 ? netReplacement(then, of(latest), latest - counted[0]!) / people : 0;
      paths.set(occupation, new Map(years.map((y) => [y, share])));
    }
  }
  const guessed = new Set<string>();
  const share: ExitShare = (occupation, year) => {
    const known = paths.get(occupation)?.get(year);
    if (known !== undefined) return known;
    guessed.add(occupation);
    return settings.defaultExitRate;
  };
  return {
    share,
    source: (occupation) =>
      !paths.has(occupation) ? 'default' : input.exitRates.length > 0 ? 'ages' : 'sections',
    notes() {
      if (guessed.size === 0) return [];
      return [{ code: 'exit.default', params: { count: guessed.size, rate: settings.defaultExitRate } }];
    },
  };
}

/** Chance by sex, age and year: the occupation's own row before the common one, the latest valid one first. */
function rateFinder(rates: readonly ExitRate[], occupation: string, transfer: number | undefined) {
  const mine = rates
    .filter((r) => r.occupation === null || r.occupation === occupation)
    .sort(
      (a, b) =>
        Number(b.occupation !== null) - Number(a.occupation !== null) ||
        (b.validFrom ?? Number.NEGATIVE_INFINITY) - (a.validFrom ?? Number.NEGATIVE_INFINITY) ||
        Number(b.sex !== 'all') - Number(a.sex !== 'all'),
    );
  return (sex: string, age: number, year: number): number => {
    const row = mine.find(
      (r) =>
        (r.sex === 'all' || r.sex === sex) &&
        r.ageFrom <= age &&
        age <= r.ageTo &&
        (r.validFrom === null || r.validFrom <= year),
    );
    if (!row) return 0;
    return exitChance(row.occupation === null && transfer !== undefined ? { ...row, transfer } : row);
  };
}
