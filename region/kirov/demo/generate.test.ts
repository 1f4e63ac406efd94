import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import spo from '../../reference/spo.json';
import { generateDemo } from './generate.ts';
import { OCCUPATIONS } from './sectors.ts';
import { AS_OF } from './sizes.ts';
import type { DemoOutcome, DemoRegion, DemoSeatLine, DemoSize } from './types.ts';

const hash = (region: DemoRegion) => createHash('sha256').update(JSON.stringify(region)).digest('hex');
const sum = <T>(rows: readonly T[], value: (row: T) => number) =>
  rows.reduce((total, row) => total + value(row), 0);
const studying = (region: DemoRegion) =>
  region.students.filter((row) => row.status === 'studying' || row.status === 'leave');

/** What the public facts and the domain guide allow, for a whole region and for its small likeness. */
const BOUNDS = {
  small: {
    colleges: 12,
    enterprises: 60,
    students: [1400, 1650],
    graduates: [230, 400],
    quota: [300, 480],
    openings: [0.034, 0.043],
    persons: 4000,
  },
  full: {
    colleges: 60,
    enterprises: 3000,
    students: [31000, 33000],
    graduates: [6000, 7000],
    quota: [7500, 9000],
    openings: [0.038, 0.04],
    persons: 60000,
  },
} as const;

const regions: Partial<Record<DemoSize, DemoRegion>> = {};
const demo = (size: DemoSize) => {
  regions[size] ??= generateDemo(size);
  return regions[size];
};

test('the same seed gives the same region, another seed another one', () => {
  expect(hash(generateDemo('small'))).toBe(hash(demo('small')));
  expect(hash(generateDemo('small', 44))).not.toBe(hash(demo('small')));
});

describe.each(['small', 'full'] as const)('%s', (size) => {
  const bounds = BOUNDS[size];
  const inside = (value: number, [low, high]: readonly [number, number]) => {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  };

  test('as many colleges, enterprises and students as asked', () => {
    const region = demo(size);
    expect(region.organisations.filter((row) => row.kind === 'college').length).toBe(bounds.colleges);
    expect(region.organisations.filter((row) => row.kind === 'enterprise').length).toBe(bounds.enterprises);
    inside(studying(region).length, bounds.students);
    expect(region.persons.length).toBeLessThan(bounds.persons);
  });

  test('openings without projects are 3.8–4 % of headcount a year (small: around), projects come on top', () => {
    const region = demo(size);
    const own = region.needLines.filter((row) => row.kind !== 'project');
    inside(sum(own, (row) => row.count) / 7 / sum(region.staff, (row) => row.headcount), bounds.openings);
    const jobs = sum(
      region.needLines.filter((row) => row.kind === 'project'),
      (row) => row.count,
    );
    expect(Math.abs(jobs - sum(region.projects, (row) => row.jobs))).toBeLessThanOrEqual(0.1 * jobs + 10);
  });

  test('quota seats and graduates lie within the public facts, admission grows', () => {
    const region = demo(size);
    const quota = (year: number) =>
      sum(
        region.seatLines.filter((row) => row.year === year && row.funding === 'quota'),
        (row) => row.seats,
      );
    inside(quota(2026), bounds.quota);
    expect(quota(2026)).toBeGreaterThan(quota(2022));
    for (const year of [2025, 2026])
      inside(
        sum(
          region.outcomes.filter((row) => row.year === year),
          (row) => row.graduates,
        ),
        bounds.graduates,
      );
  });

  test('there are not many more applicants than seats, and the money is near what the contingent costs', () => {
    const region = demo(size);
    const pool = sum(
      region.applicants.filter((row) => row.year === 2027),
      (row) => row.grade9 * row.share9 + row.grade11 * row.share11,
    );
    const seats = sum(
      region.seatLines.filter((row) => row.year === 2026),
      (row) => row.seats,
    );
    inside(pool / seats, [0.85, 1.25]);
    for (const row of region.budgets) expect(row.committed).toBeLessThan(row.limit);
  });

  test('people leave, move and pause at plausible rates; every history starts with an entry and is in order', () => {
    const region = demo(size);
    const share = (status: string) =>
      region.students.filter((row) => row.status === status).length / region.students.length;
    inside(share('expelled'), [0.05, 0.14]);
    inside(share('leave'), [0.002, 0.02]);
    inside(share('transferred'), [0.002, 0.03]);
    const wrong = region.students.filter(({ events }) => {
      const entered = events[0]?.kind === 'enrolment' || events[0]?.kind === 'transfer-in';
      return (
        !entered || events.some((event, i) => event.date > AS_OF || event.date < (events[i - 1]?.date ?? ''))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('outcome parts sum to the graduates, age bands to the headcount, enrolled fit the seats and groups', () => {
    const region = demo(size);
    const parts = (row: DemoOutcome) =>
      row.inField +
      row.otherWork +
      row.selfEmployed +
      row.army +
      row.furtherStudy +
      row.parentalLeave +
      row.leftRegion +
      row.unemployed;
    expect(region.outcomes.filter((row) => parts(row) !== row.graduates)).toEqual([]);
    expect(region.staff.filter((row) => sum(row.ages, (count) => count) !== row.headcount)).toEqual([]);
    const fits = (row: DemoSeatLine) =>
      row.enrolled <= row.seats &&
      row.enrolled <= row.applied &&
      row.averageMark >= 300 &&
      row.averageMark <= 500;
    expect(region.seatLines.filter((row) => !fits(row))).toEqual([]);
    const byPlant = new Map<string, number>();
    for (const row of region.staff)
      byPlant.set(row.organisationId, (byPlant.get(row.organisationId) ?? 0) + row.headcount);
    expect(
      region.organisations.filter(
        (row) => row.kind === 'enterprise' && byPlant.get(row.id) !== row.headcount,
      ),
    ).toEqual([]);
  });
});

test('the small region has needs for most trades, in most zones, and both access classes', () => {
  const region = demo('small');
  expect(new Set(region.needLines.map((row) => row.occupation)).size).toBeGreaterThan(100);
  expect(new Set(region.organisations.map((row) => row.access))).toEqual(new Set(['open', 'restricted']));
  expect(region.needLines.filter((row) => !OCCUPATIONS.has(row.occupation) || row.count <= 0)).toEqual([]);
  const known = new Set(spo.rows.map((row) => row.code));
  const wanted = region.needLines.flatMap((row) => row.spoCodeWanted ?? []);
  expect(wanted.filter((code) => !known.has(code))).toEqual([]);
  expect(wanted.length / region.needLines.length).toBeGreaterThan(0.1);
});
