import { describe, expect, it } from 'vitest';
import { type Problem, SeatsInputError } from '../problem.ts';
import { say } from '../say.ts';
import { smallRegion } from '../testing/small-region.ts';
import type { OrderInstance } from '../types.ts';
import { checkInstance } from './check-instance.ts';

function faults(change: (o: OrderInstance) => void): Problem[] {
  const o = smallRegion();
  change(o);
  try {
    checkInstance(o);
    return [];
  } catch (error) {
    if (!(error instanceof SeatsInputError)) throw error;
    for (const p of error.problems)
      for (const locale of ['ru', 'en'] as const)
        expect(say(locale)(p.id, { path: p.path, ...p.params })).not.toMatch(/\{\{|^input\./);
    return error.problems;
  }
}

const one = (change: (o: OrderInstance) => void, count = 1) => {
  const list = faults(change);
  expect(list).toHaveLength(count);
  return `${list[0]!.id} @ ${list[0]!.path}`;
};

describe('checkInstance', () => {
  it('accepts a sound document', () => expect(faults(() => {})).toEqual([]));
  it('says what and where', () => {
    expect(
      one((o) => {
        o.needs[3]!.occupation = '99.99';
      }),
    ).toBe('input.unknown.occupation @ needs[3].occupation');
    expect(
      one((o) => {
        o.pairs[1]!.college = 'X';
      }),
    ).toBe('input.unknown.college @ pairs[1].college');
    expect(
      one((o) => {
        o.needs[0]!.amount = -3;
      }),
    ).toBe('input.negative @ needs[0].amount');
    expect(
      one((o) => {
        o.needs[0]!.amount = 2.5;
      }),
    ).toBe('input.fraction @ needs[0].amount');
    expect(
      one((o) => {
        o.needs[2]!.year = 2050;
      }),
    ).toBe('input.horizon @ needs[2].year');
    expect(
      one((o) => {
        o.crosswalk[0]!.share = 1.2;
      }),
    ).toBe('input.aboveOne @ crosswalk[0].share');
    expect(
      one((o) => {
        o.needs[0]!.lines![0]!.confidence = 7;
      }),
    ).toBe('input.aboveOne @ needs[0].lines[0].confidence');
    expect(
      one((o) => {
        o.workshops![0]!.capacity = 0;
      }),
    ).toBe('input.zeroCapacity @ workshops[0].capacity');
    expect(one((o) => void o.pairs.push(o.pairs[0]!))).toBe('input.twice @ pairs[4]');
    expect(
      one((o) => {
        o.programmes[0]!.groupMin = 60;
      }, 3),
    ).toBe('input.groupSize @ programmes[0].groupMin');
  });
  it('collects all faults and refuses other documents', () => {
    const list = faults((o) => {
      o.needs[0]!.amount = -1;
      o.colleges[0]!.places = 0;
    });
    expect(list).toHaveLength(2);
    expect(() => checkInstance([])).toThrow(SeatsInputError);
    expect(() => checkInstance({ format: 'x' })).toThrow(/input\.format/);
  });
  it('refuses a field under a mistaken name, at any depth, and says which there are', () => {
    const list = faults((o) => {
      Object.assign(o, { need: [] });
      Object.assign(o.pairs[0]!, { minSeat: 25 });
      Object.assign(o, { settings: { epsilom: 0.1 } });
    });
    expect(list.map((p) => `${p.id} @ ${p.path}`)).toEqual([
      'input.noField @ need',
      'input.noField @ pairs[0].minSeat',
      'input.noField @ settings.epsilom',
    ]);
    expect(list[1]!.params.known).toContain('minSeats');
  });
  it('takes null for an absent field, not for zero', () => {
    const o = smallRegion();
    const blank = JSON.parse(JSON.stringify(o)) as OrderInstance;
    Object.assign(blank.pairs[0]!, { demand: null, openFrom: null });
    Object.assign(blank, { settings: { epsilon: null, integerIntakes: null } });
    const read = checkInstance(blank);
    expect(read.pairs[0]).toEqual(o.pairs[0]);
    expect(read.settings).toEqual({});
  });
  it('refuses groups, occupations and years of rules that bind nothing', () => {
    expect(
      one((o) => {
        o.policies![0]!.filter = { groups: ['99'] };
      }),
    ).toBe('input.unknown.group @ policies[0].filter.groups');
    expect(
      one((o) => {
        o.policies![0]!.years = [2027, 2027];
      }),
    ).toBe('input.twice @ policies[0].years[1]');
    expect(
      one((o) => {
        o.fairness![0]!.occupations = ['pilot'];
      }),
    ).toBe('input.unknown.occupation @ fairness[0].occupations');
    expect(
      one((o) => {
        o.fairness![0]!.toYear = 2026;
      }),
    ).toBe('input.yearsTurned @ fairness[0].fromYear');
  });
  it('refuses shares and prices that would leave the numerical range of the model', () => {
    expect(
      one((o) => {
        o.programmes[1]!.dropoutPerYear = 0.9;
        o.programmes[1]!.months = 58;
      }),
    ).toBe('input.allLeave @ programmes[1].dropoutPerYear');
    expect(
      one((o) => {
        o.programmes[1]!.costPerStudentYear = 100_000;
      }),
    ).toBe('input.tooSmall @ programmes[1].costPerStudentYear');
  });
});
