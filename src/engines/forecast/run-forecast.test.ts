import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import type { ForecastInput } from './input.ts';
import { EngineInputError } from './issue.ts';
import { normalizeInput, runForecast } from './run-forecast.ts';
import { cohort, emptyInput, line, smallRegion } from './testing.ts';
import { verifyForecast } from './verify-forecast.ts';

const faults = (input: ForecastInput): string[] => {
  try {
    runForecast(input);
  } catch (error) {
    if (error instanceof EngineInputError) return error.issues.map((i) => i.code);
    throw error;
  }
  return [];
};
const cellOf = (input: ForecastInput, year = 2027, occupation = 'welder', zone = 'Z1') =>
  runForecast(input).needs.find((c) => c.year === year && c.occupation === occupation && c.zone === zone)!;

describe('runForecast', () => {
  it('one plant: the vectors of the domain guide come out of the whole chain', () => {
    const one = line({ headcountPlan: 110, leavers: { retire: 4, outOfTrade: 3, other: 0 } });
    expect(cellOf(emptyInput({ needLines: [one] }))).toMatchObject({
      openings: 17,
      trainNeedWhole: 17,
      headcount: 110,
    });
    const shrinking = line({ headcountPlan: 90, leavers: { retire: 4, outOfTrade: 0, other: 0 } });
    expect(cellOf(emptyInput({ needLines: [shrinking] }))).toMatchObject({ openings: 0, surplus: 6 });
    const crosswalk = [
      { id: '1', from: 'welder', programme: 'a', weight: 0.6 },
      { id: '2', from: 'welder', programme: 'b', weight: 0.3 },
    ];
    const ten = runForecast(emptyInput({ needLines: [line({ headcountPlan: 110 })], crosswalk }));
    expect(ten.programmeNeeds.filter((n) => n.year === 2027).map((n) => n.whole)).toEqual([6, 3]);
    expect(ten.unmapped.find((u) => u.year === 2027)!.whole).toBe(1);
  });

  it('after the last answer a post goes on with trend and exit rate', () => {
    const cell = cellOf(emptyInput({ needLines: [line({ headcountPlan: 110 })] }), 2028);
    expect(cell.trace).toHaveLength(1);
    expect(cell.trace[0]).toMatchObject({ kind: 'continuation', id: 'n1', headcount: 110, expansion: 0 });
    expect(cell.replacement).toBeCloseTo(110 * 0.035, 9);
  });

  it('vacancies are spread over two years, and not counted again by a second line of the post', () => {
    const lines = [
      line({ vacanciesOver90: 6 }),
      line({ id: 'n2', year: 2028, headcountBefore: null, vacanciesOver90: 6 }),
    ];
    const { needs } = runForecast(emptyInput({ needLines: lines }));
    expect(needs.map((c) => c.backlog).slice(0, 3)).toEqual([3, 3, 0]);
  });

  it('statistics that contradict themselves are refused: zones above the region, in every list', () => {
    const population = [
      { okved: '25', sizeClass: '101-250', zone: '', headcount: 100 },
      { okved: '25', sizeClass: '101-250', zone: 'Z1', headcount: 60 },
      { okved: '25', sizeClass: '101-250', zone: 'Z2', headcount: 60 },
    ];
    const industrySeries = population.map(({ okved, zone, headcount }) => ({
      okved,
      zone,
      year: 2026,
      headcount,
    }));
    const occupationSeries = population.map(({ zone, headcount }) => ({
      occupation: 'welder',
      zone,
      year: 2026,
      headcount,
    }));
    expect(faults(emptyInput({ population, industrySeries, occupationSeries }))).toEqual(
      Array(3).fill('margins.zonesAbove'),
    );
    expect(faults(emptyInput({ population: population.slice(0, 2) }))).toEqual([]);
  });

  it('answers stand for their stratum: placed where those live who did not answer', () => {
    const population = [
      { okved: '25', sizeClass: '101-250', zone: 'Z1', headcount: 100 },
      { okved: '25', sizeClass: '101-250', zone: 'Z2', headcount: 300 },
    ];
    const input = emptyInput({ needLines: [line({ headcountPlan: 110 })], population });
    expect(cellOf(input).openings).toBe(10);
    expect(cellOf(input, 2027, 'welder', 'Z2')).toMatchObject({
      openings: 30,
      trace: [{ kind: 'weighted', id: '25/101-250' }],
    });
    expect(runForecast(input).strata[0]).toMatchObject({ weight: 4, modelled: 0 });
  });

  it('low, base and high: only sure growth of those who answered, all that is declared, with the trend shifted', () => {
    const population = [{ okved: '25', sizeClass: '101-250', zone: '', headcount: 200 }];
    const cell = cellOf(
      emptyInput({ needLines: [line({ headcountPlan: 110, confidence: 'mid' })], population }),
    );
    expect(cell).toMatchObject({ low: 5, trainNeed: 20, high: 20 });
  });

  it('staff nobody answered for is modelled from trend, staffing and exit rate; unknown staffing is named', () => {
    const population = [{ okved: '56', sizeClass: '1-15', zone: 'Z1', headcount: 1000 }];
    const staffing = [
      { okved: '56', occupation: 'cook', year: 2026, headcount: 40 },
      { okved: '56', occupation: 'waiter', year: 2026, headcount: 60 },
    ];
    const cell = cellOf(emptyInput({ population, staffing }), 2027, 'cook');
    expect(cell.headcount).toBeCloseTo(400, 9);
    expect(cell.replacement).toBeCloseTo(14, 9);
    expect(runForecast(emptyInput({ population })).notes.map((n) => n.code)).toContain('staffing.unknown');
  });

  it('statistics by occupation stand in where there are none by industry', () => {
    const occupationSeries = Array.from({ length: 12 }, (_, k) => ({
      occupation: 'welder',
      zone: 'Z1',
      year: 2015 + k,
      headcount: 1000 * 1.02 ** k,
    }));
    const input = emptyInput({ needLines: [line()], occupationSeries });
    const cell = cellOf(input);
    expect(cell.trace.map((t) => t.kind)).toEqual(['line', 'model']);
    expect(cell.bandFrom).toBe('occupation');
    expect(cell.expansion).toBeGreaterThan(10);
    expect(cell.headcount).toBeGreaterThan(1000 * 1.02 ** 11);
  });

  it('the balance counts students already on the way, and the hint follows the closed formula', () => {
    const input = emptyInput({
      needLines: [line({ year: 2028, headcountBefore: 100, headcountPlan: 140 })],
      crosswalk: [{ id: '1', from: 'welder', programme: '15.01.05', weight: 1 }],
      cohorts: [cohort({ students: 10 })],
      otherSupply: [{ id: 'o', programme: '15.01.05', zone: 'Z1', year: 2028, people: 5 }],
      programmes: [
        {
          id: '15.01.05',
          lengthMonths: 10,
          retention: 0.8,
          army: 0.2,
          furtherStudy: 0.1,
          parental: 0,
          inField: 0.75,
        },
      ],
    });
    const result = runForecast(input);
    expect(result.balance.find((b) => b.year === 2028)).toMatchObject({
      need: 40,
      pipeline: 10,
      otherSupply: 5,
      gap: 25,
    });
    expect(result.hints.find((h) => h.needYear === 2028)).toMatchObject({ intakeYear: 2027, seats: 60 });
    expect(result.needs.find((c) => c.year === 2028)).toMatchObject({ supply: 15, gap: 25 });
  });

  it('horizon is 7 years; what lies beyond is marked', () => {
    const input = emptyInput({ needLines: [line()], settings: { extrapolation: 2 } });
    const { needs, years } = runForecast(input);
    expect(years).toHaveLength(9);
    expect(needs.filter((c) => c.extrapolation).map((c) => c.year)).toEqual([2034, 2035]);
    expect(faults(emptyInput({ settings: { horizon: 8 } }))).toEqual(['settings.range']);
  });

  it('verifier of its own finds nothing to object to, on thirty regions; and finds a changed number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const input = smallRegion(seed);
        const result = runForecast(input);
        const text = canonicalJson(normalizeInput(input));
        expect(verifyForecast(result, input, text)).toEqual([]);
        const cell = result.needs[seed % result.needs.length]!;
        const other = {
          ...result,
          needs: result.needs.map((c) => (c === cell ? { ...c, trainNeedWhole: c.trainNeedWhole + 1 } : c)),
        };
        expect(verifyForecast(other, input, text).length).toBeGreaterThan(0);
        expect(verifyForecast(result, input, `${text} `).map((i) => i.code)).toEqual(['verify.hash']);
      }),
      { seed: 10, numRuns: 30 },
    );
  });

  it('same content in any order: same hash and same bytes (invariant xi)', () => {
    const input = smallRegion(42);
    const shuffled = Object.fromEntries(
      Object.entries(input)
        .reverse()
        .map(([k, v]) => [k, Array.isArray(v) ? [...v].reverse() : v]),
    ) as unknown as ForecastInput;
    const text = canonicalJson(runForecast(input));
    expect(canonicalJson(runForecast(shuffled))).toBe(text);
    expect(canonicalJson(runForecast({ ...input, seed: 43 }))).not.toBe(text);
  });

  it('facts dated after the base year are not read (invariant xii)', () => {
    const input = smallRegion(5);
    const late = {
      ...input,
      industrySeries: [...input.industrySeries, { okved: '25', zone: '', year: 2027, headcount: 9e9 }],
    };
    expect(runForecast(late).needs).toEqual(runForecast(input).needs);
  });

  it.each<[string, Partial<ForecastInput>]>([
    ['input.negative', { needLines: [line({ headcountPlan: -1 })] }],
    ['input.fractional', { needLines: [line({ headcountPlan: 10.5 })] }],
    ['line.year', { needLines: [line({ year: 2040 })] }],
    ['line.twoAnswers', { needLines: [line(), line({ id: 'n2' })] }],
    ['input.twice', { cohorts: [cohort(), cohort()] }],
    [
      'crosswalk.above',
      {
        crosswalk: [
          { id: '1', from: 'w', programme: 'a', weight: 0.7 },
          { id: '2', from: 'w', programme: 'b', weight: 0.5 },
        ],
      },
    ],
    ['input.share', { crosswalk: [{ id: '1', from: 'w', programme: 'a', weight: -0.5 }] }],
    ['cohort.destinations', { cohorts: [cohort({ army: 0.6, furtherStudy: 0.6 })] }],
    ['cohort.zones', { cohorts: [cohort({ workZones: [{ zone: 'Z1', share: 0.5 }] })] }],
    ['cohort.years', { cohorts: [cohort({ graduationYear: 2020 })] }],
    [
      'ages.band',
      { ages: [{ occupation: 'w', year: 2025, sex: 'm', ageFrom: 50, ageTo: 40, headcount: 1 }] },
    ],
  ])('refuses %s', (code, over) => {
    expect(faults(emptyInput(over))).toEqual([code]);
  });

  it('an empty input gives an empty forecast, not an error', () => {
    expect(runForecast(emptyInput())).toMatchObject({ needs: [], balance: [], hints: [] });
  });

  it('drafts and withdrawn lines do not count, and are counted in a note', () => {
    const result = runForecast(emptyInput({ needLines: [line({ status: 'draft' })] }));
    expect(result.needs).toEqual([]);
    expect(result.notes).toContainEqual({ code: 'line.notCounted', params: { count: 1 } });
  });
});

describe('staff that nobody speaks for', () => {
  const staffing = ['welder', 'turner', 'cook'].map((occupation, k) => ({
    okved: '25',
    occupation,
    year: 2026,
    headcount: [50, 30, 20][k]!,
  }));
  const population = [{ okved: '25', sizeClass: '101-250', zone: 'Z1', headcount: 1000 }];
  const respondents = [{ enterpriseId: 'E1', okved: '25', sizeClass: '101-250', zone: 'Z1', headcount: 200 }];
  const staffIn = (input: ForecastInput, year = 2027) =>
    runForecast(input)
      .needs.filter((c) => c.year === year)
      .reduce((a, c) => a + c.headcount, 0);

  it('occupations an answer did not name are modelled, named ones are not counted twice', () => {
    const input = emptyInput({ needLines: [line()], population, respondents, staffing });
    const { needs, strata } = runForecast(input);
    expect(strata[0]).toMatchObject({ weight: 5, modelled: 0 });
    const staff = Object.fromEntries(
      needs.filter((c) => c.year === 2027).map((c) => [c.occupation, Math.round(c.headcount)]),
    );
    expect(staff).toEqual({ welder: 500, turner: 300, cook: 200 });
    const without = runForecast({ ...input, settings: { modelUnlisted: false } });
    expect(new Set(without.needs.map((c) => c.occupation))).toEqual(new Set(['welder']));
  });

  it('with steady trends all staff of the statistics is accounted for, whatever the weight and its cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 200, max: 20000 }),
        fc.integer({ min: 1, max: 50 }),
        (welders, size, weightCap) => {
          const one = line({ headcountBefore: welders, headcountPlan: welders });
          const input = emptyInput({
            needLines: [one],
            respondents,
            population: [{ ...population[0]!, headcount: size }],
            settings: { weightCap },
          });
          // Staffing as the plant has it: what it leaves unnamed is just the turners.
          const rest = [
            { okved: '25', occupation: 'welder', year: 2026, headcount: welders },
            { okved: '25', occupation: 'turner', year: 2026, headcount: 200 - welders },
          ];
          expect(staffIn({ ...input, staffing: rest.filter((s) => s.headcount > 0) })).toBeCloseTo(size, 4);
        },
      ),
      { seed: 14, numRuns: 50 },
    );
  });
});
