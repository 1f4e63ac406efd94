import type { Cohort, ForecastInput, NeedLine } from './input.ts';
import { seeded } from './series/testing.ts';

/** An input with nothing in it, to be filled by a test. */
export const emptyInput = (over: Partial<ForecastInput> = {}): ForecastInput => ({
  format: 'rostok-forecast-input/1',
  baseYear: 2026,
  seed: 1,
  needLines: [],
  respondents: [],
  population: [],
  industrySeries: [],
  occupationSeries: [],
  staffing: [],
  ages: [],
  exitRates: [],
  occupationExits: [],
  projects: [],
  cohorts: [],
  otherSupply: [],
  occupations: [],
  programmes: [],
  crosswalk: [],
  ...over,
});

/** A line of plant E1 for a welder in zone Z1 in 2027, with no one leaving. */
export const line = (over: Partial<NeedLine> = {}): NeedLine => ({
  id: 'n1',
  enterpriseId: 'E1',
  okved: '25',
  sizeClass: '101-250',
  zone: 'Z1',
  municipality: 'M1',
  occupation: 'welder',
  year: 2027,
  headcountBefore: 100,
  headcountPlan: 100,
  declaredNew: null,
  declaredReplacement: null,
  leavers: { retire: 0, outOfTrade: 0, other: 0 },
  project: 0,
  vacanciesOver90: 0,
  internalRefillShare: 0,
  graduateShare: null,
  confidence: 'high',
  status: 'confirmed',
  ...over,
});

/** A cohort of 25 welders of college C1 that graduates in 2028 and loses nobody. */
export const cohort = (over: Partial<Cohort> = {}): Cohort => ({
  id: 'c1',
  programme: '15.01.05',
  college: 'C1',
  zone: 'Z1',
  graduationYear: 2028,
  students: 25,
  countedAt: 2026,
  dropoutPerYear: 0,
  graduateShare: 1,
  army: 0,
  furtherStudy: 0,
  parental: 0,
  otherRegion: 0,
  armyReturn: 1,
  inField: 1,
  workZones: [],
  ...over,
});

/** A small region with everything in it: answers, statistics, ages, projects, students, crosswalk. */
export function smallRegion(seed: number): ForecastInput {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const whole = (n: number): number => Math.floor(random() * n);
  const occupations = ['welder', 'turner', 'cook', 'driver'];
  const programmes = ['15.01.05', '15.01.33', '43.01.09'];
  const zones = ['Z1', 'Z2', 'Z3'];
  const okveds = ['25', '56', '49'];
  const sizes = ['1-15', '101-250'];
  const input = emptyInput({ seed });
  for (let e = 0; e < 12; e++) {
    const [okved, sizeClass, zone] = [pick(okveds), pick(sizes), pick(zones)];
    for (const occupation of occupations.slice(0, 1 + whole(3))) {
      const before = 5 + whole(200);
      for (const year of [2027, 2028].slice(0, 1 + whole(2))) {
        const id = `E${e}-${occupation}-${year}`;
        const leavers =
          random() < 0.5 ? { retire: whole(6), outOfTrade: random() * 3, other: whole(2) } : null;
        const plan = random() < 0.8 ? Math.max(0, before + whole(21) - 10) : null;
        const shares = {
          internalRefillShare: random() < 0.5 ? null : random(),
          graduateShare: random() < 0.5 ? null : random(),
        };
        input.needLines.push(
          line({
            id,
            enterpriseId: `E${e}`,
            okved,
            sizeClass,
            zone,
            occupation,
            year,
            leavers,
            ...shares,
            headcountBefore: year === 2027 ? before : null,
            headcountPlan: plan,
            declaredNew: plan === null ? whole(5) : null,
            project: random() < 0.2 ? whole(10) : 0,
            vacanciesOver90: whole(4),
            confidence: pick(['low', 'mid', 'high']),
          }),
        );
      }
    }
  }
  for (const okved of okveds) {
    for (const sizeClass of sizes)
      for (const zone of zones)
        input.population.push({ okved, sizeClass, zone, headcount: 200 + whole(900) });
    for (let y = 0; y < 14; y++)
      input.industrySeries.push({
        okved,
        zone: '',
        year: 2013 + y,
        headcount: 4000 * (1 + 0.02 * y * (random() - 0.3)),
      });
    for (const year of [2020, 2026])
      for (const occupation of occupations)
        input.staffing.push({ okved, occupation, year, headcount: 50 + whole(300) });
  }
  for (let age = 20; age < 70; age++)
    input.ages.push({
      occupation: 'welder',
      year: 2025,
      sex: 'm',
      ageFrom: age,
      ageTo: age,
      headcount: whole(30),
    });
  input.exitRates.push(
    {
      sex: 'all',
      ageFrom: 15,
      ageTo: 59,
      occupation: null,
      validFrom: null,
      mortality: 0.004,
      retirement: 0,
      transfer: 0.02,
      migration: 0.01,
    },
    {
      sex: 'all',
      ageFrom: 60,
      ageTo: 100,
      occupation: null,
      validFrom: null,
      mortality: 0.02,
      retirement: 0.4,
      transfer: 0,
      migration: 0,
    },
  );
  input.projects.push({
    id: 'P1',
    occupation: 'welder',
    zone: 'Z2',
    year: 2029,
    places: 40,
    confidence: 'mid',
    graduateShare: 0.5,
  });
  for (let c = 0; c < 14; c++) {
    input.cohorts.push(
      cohort({
        id: `c${c}`,
        programme: pick(programmes),
        college: `C${c % 4}`,
        zone: pick(zones),
        graduationYear: 2026 + whole(5),
        students: whole(60),
        dropoutPerYear: random() * 0.1,
        graduateShare: 0.9 + 0.1 * random(),
        army: random() * 0.4,
        furtherStudy: random() * 0.2,
        parental: random() * 0.1,
        otherRegion: random() * 0.1,
        armyReturn: random(),
        inField: random(),
        workZones:
          random() < 0.5
            ? []
            : [
                { zone: 'Z1', share: 0.25 },
                { zone: 'Z3', share: 0.75 },
              ],
      }),
    );
  }
  input.otherSupply.push({ id: 'O1', programme: '43.01.09', zone: 'Z1', year: 2028, people: 7 });
  input.occupations.push(...occupations.map((id) => ({ id, fallback: [`okz:${id}`] })));
  input.programmes.push(
    ...programmes.map((id) => ({
      id,
      lengthMonths: pick([22, 34, 46]),
      retention: 0.8,
      army: 0.2,
      furtherStudy: 0.1,
      parental: 0,
      inField: 0.75,
    })),
  );
  const edge = (from: string, programme: string, weight: number) =>
    input.crosswalk.push({ id: `${from}-${programme}`, from, programme, weight });
  edge('welder', '15.01.05', 0.6);
  edge('welder', '15.01.33', 0.3);
  edge('turner', '15.01.33', 1);
  edge('okz:cook', '43.01.09', 0.7);
  return input;
}
