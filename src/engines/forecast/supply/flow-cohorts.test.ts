import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cohort } from '../input.ts';
import { cohort } from '../testing.ts';
import { buildPipeline } from './build-pipeline.ts';
import { flowCohorts } from './flow-cohorts.ts';
import { leadYears, seatsFor } from './seats-formula.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const quarter = fc.double({ min: 0, max: 0.25, noNaN: true });
const someCohorts = fc
  .array(
    fc.record({
      students: fc.integer({ min: 0, max: 90 }),
      ahead: fc.integer({ min: 0, max: 4 }),
      programme: fc.constantFrom('p', 'q'),
      dropoutPerYear: share,
      graduateShare: share,
      army: quarter,
      furtherStudy: quarter,
      parental: quarter,
      otherRegion: quarter,
      armyReturn: share,
      inField: share,
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(
      ({ ahead, ...c }, k): Cohort =>
        cohort({ ...c, id: `c${String(k).padStart(2, '0')}`, graduationYear: 2026 + ahead }),
    ),
  );

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('flowCohorts', () => {
  it('mass balance is exact in every cohort (invariant v)', () => {
    fc.assert(
      fc.property(someCohorts, (cohorts) => {
        for (const { cohort: c, flow: f, atOnce, afterArmy } of flowCohorts(cohorts)) {
          const all = [
            f.graduates,
            f.army,
            f.furtherStudy,
            f.parental,
            f.otherRegion,
            f.inField,
            f.outOfField,
            f.returnedInField,
            f.returnedOutOfField,
            f.notReturned,
            ...f.dropouts.map((d) => d.people),
          ];
          expect(all.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
          expect(sum(f.dropouts.map((d) => d.people)) + f.graduates).toBe(c.students);
          expect(f.army + f.furtherStudy + f.parental + f.otherRegion + f.inField + f.outOfField).toBe(
            f.graduates,
          );
          expect(f.returnedInField + f.returnedOutOfField + f.notReturned).toBe(f.army);
          expect(sum([...atOnce.values()])).toBe(f.inField);
          expect(sum([...afterArmy.values()])).toBe(f.returnedInField);
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('an intake changes no supply before its own graduation (invariant v, lead time)', () => {
    fc.assert(
      fc.property(someCohorts, fc.nat(11), fc.integer({ min: 0, max: 200 }), (cohorts, pick, students) => {
        const target = cohorts[pick];
        if (!target) return;
        const years = [2026, 2027, 2028, 2029, 2030, 2031].filter((y) => y < target.graduationYear);
        const changed = cohorts.map((c) => (c === target ? { ...c, students } : c));
        expect(buildPipeline(flowCohorts(changed), years)).toEqual(
          buildPipeline(flowCohorts(cohorts), years),
        );
      }),
      { seed: 9 },
    );
  });

  it('conscripts supply one year later', () => {
    const works = flowCohorts([cohort({ students: 20, army: 0.5, armyReturn: 0.8, inField: 0.5 })]);
    const cells = buildPipeline(works, [2027, 2028, 2029, 2030]);
    expect(cells.map((c) => [c.year, c.people])).toEqual([
      [2028, 5],
      [2029, 4],
    ]);
    expect(cells[1]!.trace).toEqual([{ cohort: 'c1', people: 4, afterArmy: true }]);
  });

  it('small shares come true over many groups', () => {
    const groups = Array.from({ length: 50 }, (_, k) => cohort({ id: `c${100 + k}`, otherRegion: 0.02 }));
    expect(sum(flowCohorts(groups).map((w) => w.flow.otherRegion))).toBe(25);
  });

  it('graduates of the base year supply the base year; only their conscripts reach the first forecast year', () => {
    const works = flowCohorts([cohort({ graduationYear: 2026, students: 10, army: 0.3 })]);
    expect(buildPipeline(works, [2027, 2028]).map((c) => [c.year, c.people])).toEqual([[2027, 3]]);
  });
});

describe('seats', () => {
  it('test vector: need 40, pipeline 10, other 5, .8 · .7 · .75 → 60', () => {
    const shares = { retention: 0.8, availability: 0.7, inField: 0.75 };
    expect(seatsFor({ need: 40, pipeline: 10, otherSupply: 5, ...shares })).toBe(60);
    expect(seatsFor({ need: 42, pipeline: 0, otherSupply: 0, ...shares })).toBe(100);
    expect(seatsFor({ need: 10, pipeline: 10, otherSupply: 5, ...shares })).toBe(0);
  });

  it('nobody reaches work: no number of seats is enough', () => {
    expect(
      seatsFor({ need: 1, pipeline: 0, otherSupply: 0, retention: 0, availability: 1, inField: 1 }),
    ).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    [10, 1],
    [22, 2],
    [34, 3],
    [46, 4],
  ])('%i months from September reach the summer %i years on', (months, years) => {
    expect(leadYears(months)).toBe(years);
  });
});
