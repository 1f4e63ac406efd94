import { describe, expect, it } from 'vitest';
import { line } from '../testing.ts';
import { completeRespondents, kish, weighResponses } from './response-weights.ts';

const pop = (headcount: number, sizeClass = 'a') => ({ okved: '25', sizeClass, zone: 'Z1', headcount });
const answer = (enterpriseId: string, headcount: number, sizeClass = 'a') => ({
  enterpriseId,
  okved: '25',
  sizeClass,
  zone: 'Z1',
  headcount,
});

describe('weighResponses', () => {
  it('weight = staff of all over staff of those who answered', () => {
    const { strata, sample } = weighResponses([answer('x', 100), answer('y', 300)], [pop(1000)], 10);
    expect(strata.get('25/a')).toMatchObject({ rawWeight: 2.5, weight: 2.5, modelled: 0, respondents: 2 });
    expect(sample).toEqual({ respondents: 2, effective: 2, designEffect: 1 });
  });

  it('a weight above the cap leaves the rest to the model, and says so', () => {
    const { strata, notes } = weighResponses([answer('x', 10)], [pop(1000)], 10);
    expect(strata.get('25/a')).toMatchObject({ rawWeight: 100, weight: 10, modelled: 900 });
    expect(notes.map((n) => n.code)).toEqual(['weight.capped']);
  });

  it('a total of the region beside its zones is counted once', () => {
    const { strata } = weighResponses(
      [],
      [{ ...pop(70), zone: '' }, pop(40), { ...pop(20), zone: 'Z2' }],
      10,
    );
    expect(strata.get('25/a')).toMatchObject({ population: 70, modelled: 70 });
  });

  it('nobody answered: all staff is modelled', () => {
    const { strata } = weighResponses([], [pop(70)], 10);
    expect(strata.get('25/a')).toMatchObject({ rawWeight: null, modelled: 70 });
  });

  it('statistics below the answers: weight stays 1, and the contradiction is named', () => {
    const { strata, notes } = weighResponses([answer('x', 100)], [pop(80)], 10);
    expect(strata.get('25/a')!.weight).toBe(1);
    expect(notes.map((n) => n.code)).toEqual(['population.belowAnswers']);
  });

  it('unequal weights lower the effective sample', () => {
    expect(kish([1, 1, 4])).toEqual({ respondents: 3, effective: 2, designEffect: 1.5 });
    expect(kish([]).effective).toBe(0);
  });

  it('enterprises known by their lines only get the staff of their earliest lines', () => {
    const lines = [
      line({ id: '1', year: 2027, headcountBefore: 40 }),
      line({ id: '2', year: 2028, headcountBefore: 44 }),
      line({ id: '3', occupation: 'cook', year: 2028, headcountBefore: 5 }),
    ];
    expect(completeRespondents([], lines).map((r) => r.headcount)).toEqual([45]);
    expect(completeRespondents([answer('E1', 300)], lines).map((r) => r.headcount)).toEqual([300]);
  });
});
