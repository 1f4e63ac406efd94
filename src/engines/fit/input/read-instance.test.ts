import { describe, expect, it } from 'vitest';
import { FitInputError } from '../issue.ts';
import { readInstance } from './read-instance.ts';

const good = {
  skills: [{ id: 'a' }, { id: 'b', broader: ['a'] }],
  people: [{ id: 1, has: ['b'], programme: '15.01.05' }],
  openings: [{ id: 'v', essential: ['a'], employer: 'e' }],
};
const faults = (json: unknown): [string, string][] => {
  try {
    readInstance(json);
    return [];
  } catch (error) {
    if (!(error instanceof FitInputError)) throw error;
    return error.issues.map((it) => [it.code, it.path]);
  }
};

describe('the input of fit', () => {
  it('takes thousandths of the parts, and everything optional may be absent', () => {
    expect(readInstance({ ...good, options: { broader: 0.5, k: 3 } }).options).toEqual({
      k: 3,
      broader: 500,
      sibling: 200,
      essential: 2,
      by: 'sum',
    });
    expect(readInstance({ people: [], openings: [] }).skills).toEqual([]);
  });

  it('refuses protected signs whatever their spelling', () => {
    for (const name of ['sex', 'birthDate', 'birth_date', 'Health', 'age', 'maritalStatus'.slice(0, 7)])
      expect(faults({ ...good, people: [{ id: 1, has: [], [name]: 1 }] })).toEqual([
        ['protected', `people[0].${name}`],
      ]);
  });

  it('names every fault with its place', () => {
    expect(
      faults({
        skills: [{ id: 'a', broader: ['z'] }, { id: 'a' }],
        people: [{ id: {}, has: 'b', from: '1.2.2027' }, 5],
        openings: [{ id: 'v', essential: [null], maxKm: -1 }],
        modules: [{ id: 'm', gives: [] }],
        options: { k: 0.5, by: 'luck' },
        fairness: { shown: 0 },
      }),
    ).toEqual(
      expect.arrayContaining([
        ['unknownSkill', 'skills[0].broader[0]'],
        ['twice', 'skills[1].id'],
        ['notId', 'people[0].id'],
        ['notList', 'people[0].has'],
        ['notDay', 'people[0].from'],
        ['notObject', 'people[1]'],
        ['missing', 'openings[0].essential[0]'],
        ['notNumber', 'openings[0].maxKm'],
        ['missing', 'modules[0].hours'],
        ['notNumber', 'options.k'],
        ['badOrder', 'options.by'],
        ['notNumber', 'fairness.shown'],
      ]),
    );
    expect(faults([])).toEqual([['notObject', '$']]);
  });
});
