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
});
