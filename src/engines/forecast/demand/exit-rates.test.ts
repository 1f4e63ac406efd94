import { describe, expect, it } from 'vitest';
import type { AgeCell, ExitRate } from '../input.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { emptyInput } from '../testing.ts';
import { exitShares } from './exit-rates.ts';

const years = [2027, 2028, 2029];
const people = (occupation: string, year: number, age: number, headcount: number): AgeCell => ({
  occupation,
  year,
  sex: 'm',
  ageFrom: age,
  ageTo: age,
  headcount,
});
const rate = (over: Partial<ExitRate>): ExitRate => ({
  sex: 'all',
  ageFrom: 14,
  ageTo: 100,
  occupation: null,
  validFrom: null,
  mortality: 0,
  retirement: 0,
  transfer: 0,
  migration: 0,
  ...over,
});
const of = (over: Parameters<typeof emptyInput>[0]) => exitShares(emptyInput(over), DEFAULT_SETTINGS, years);

describe('exitShares', () => {
  it('nothing known: the default, named in a note', () => {
    const exits = of({});
    expect(exits.share('welder', 2027)).toBe(0.035);
    expect(exits.source('welder')).toBe('default');
    expect(exits.notes()).toEqual([{ code: 'exit.default', params: { count: 1, rate: 0.035 } }]);
  });

  it('ages and rates: a later row of the pension age takes over in its year', () => {
    const exits = of({
      ages: [people('welder', 2026, 59, 100)],
      exitRates: [
        rate({ ageFrom: 60, retirement: 0.5 }),
        rate({ ageFrom: 60, retirement: 0.2, validFrom: 2028 }),
      ],
    });
    expect(exits.source('welder')).toBe('ages');
    // 59 in 2026 leave nobody in 2027 (chance taken at the age of the year's start), half at 60 would go in 2028.
    expect(exits.share('welder', 2027)).toBeCloseTo(0, 12);
    expect(exits.share('welder', 2028)).toBeCloseTo(0.2, 12);
    expect(exits.notes()).toEqual([]);
  });

  it('the row of an occupation and of a sex goes before the common one', () => {
    const exits = of({
      ages: [people('welder', 2026, 30, 10), people('cook', 2026, 30, 10)],
      exitRates: [
        rate({ migration: 0.1 }),
        rate({ occupation: 'welder', migration: 0.3 }),
        rate({ sex: 'f', migration: 0.9 }),
      ],
    });
    expect(exits.share('welder', 2027)).toBeCloseTo(0.3, 12);
    expect(exits.share('cook', 2027)).toBeCloseTo(0.1, 12);
  });

  it('observed transfers, shrunk to their group, replace the common transfer rate', () => {
    const exits = of({
      ages: [people('welder', 2026, 30, 10)],
      exitRates: [rate({ transfer: 0.5 })],
      occupationExits: [{ occupation: 'welder', group: 'metal', leavers: 8, headcount: 100 }],
    });
    expect(exits.share('welder', 2027)).toBeCloseTo(0.08, 12);
  });

  it('two cross-sections and no rates: what birth cohorts lost, as a share of the first', () => {
    const exits = of({
      ages: [
        people('welder', 2021, 55, 80),
        people('welder', 2021, 30, 20),
        people('welder', 2026, 60, 30),
        people('welder', 2026, 35, 20),
      ],
    });
    expect(exits.source('welder')).toBe('sections');
    expect(exits.share('welder', 2029)).toBeCloseTo(50 / 5 / 100, 12);
  });

  it('ages older than the base year are moved up to it first', () => {
    const exits = of({
      ages: [people('welder', 2024, 58, 100)],
      exitRates: [rate({ ageFrom: 60, retirement: 1 })],
    });
    // 58 at the end of 2024 is 60 at the end of 2026: all retire in 2027.
    expect(exits.share('welder', 2027)).toBeCloseTo(1, 12);
  });
});
