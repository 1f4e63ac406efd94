import type { Prng } from './prng.ts';
import { OCCUPATIONS, SECTORS, type Sector } from './sectors.ts';
import type { DemoOrganisation, DemoStaff } from './types.ts';

/** First ages of the bands of `DemoStaff.ages`; the last is open. */
export const AGE_BANDS = [15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70] as const;
const WORKER_AGES = [0.008, 0.055, 0.085, 0.12, 0.14, 0.145, 0.135, 0.125, 0.105, 0.062, 0.016, 0.004];
const SPECIALIST_AGES = [0.002, 0.06, 0.105, 0.135, 0.15, 0.14, 0.125, 0.11, 0.095, 0.058, 0.016, 0.004];

/** Yearly share of a band that leaves the occupation for good: pension, death, another trade. */
export const EXIT_RATES = [0.04, 0.032, 0.02, 0.015, 0.012, 0.011, 0.012, 0.014, 0.045, 0.15, 0.3, 0.42];

/** Sectors of one ОКВЭД class may be several (rail and road transport); the name's first word tells them apart. */
export function sectorOf(organisation: DemoOrganisation): Sector {
  const same = SECTORS.filter((sector) => sector.okved === organisation.okved);
  return (
    same.find((sector) => sector.nouns.some((noun) => organisation.shortName.startsWith(noun))) ?? same[0]!
  );
}

/** Staff by occupation and age. Some occupations are older than others everywhere: each has its own tilt. */
export function makeStaff(prng: Prng, enterprises: DemoOrganisation[]): DemoStaff[] {
  const cumulative = new Map<string, number[]>();
  for (const [code, occupation] of OCCUPATIONS) {
    const tilt = (prng.fork(code).next() - 0.5) * 0.1;
    const shares = occupation.category === 'worker' ? WORKER_AGES : SPECIALIST_AGES;
    let sum = 0;
    const sums = shares.map((share, band) => {
      sum += share * Math.exp(tilt * (band - 5.5));
      return sum;
    });
    cumulative.set(
      code,
      sums.map((value) => value / sum),
    );
  }
  const staff: DemoStaff[] = [];
  for (const organisation of enterprises) {
    for (const [occupation, headcount] of splitHeadcount(prng, organisation)) {
      const ages = AGE_BANDS.map(() => 0);
      const sums = cumulative.get(occupation)!;
      for (let i = 0; i < headcount; i++) {
        const u = prng.next();
        const band = sums.findIndex((sum) => u < sum);
        ages[band < 0 ? AGE_BANDS.length - 1 : band]! += 1;
      }
      staff.push({ organisationId: organisation.id, occupation, headcount, ages });
    }
  }
  return staff;
}

/** Large plants follow the sector's mix closely, small ones have only a few of its occupations. */
function splitHeadcount(prng: Prng, organisation: DemoOrganisation): Map<string, number> {
  const { mix } = sectorOf(organisation);
  const known =
    organisation.headcount >= 60 ? mix : prng.sample(mix, 3 + Math.floor(organisation.headcount / 5));
  const whole = known.reduce((total, [, share]) => total + share, 0);
  const exact = known.map(([code, share]) => ({ code, value: (organisation.headcount * share) / whole }));
  const counts = new Map(exact.map(({ code, value }) => [code, Math.floor(value)]));
  let left = organisation.headcount - [...counts.values()].reduce((a, b) => a + b, 0);
  for (const { code } of exact.sort((a, b) => (b.value % 1) - (a.value % 1) || (a.code < b.code ? -1 : 1))) {
    if (left-- <= 0) break;
    counts.set(code, counts.get(code)! + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 0));
}
