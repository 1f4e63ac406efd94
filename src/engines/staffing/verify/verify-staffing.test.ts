import { describe, expect, it } from 'vitest';
import { readInstance, type StaffingResult, staff, verifyStaffing } from '../index.ts';
import { smallSeason } from '../testing/small-season.ts';

const day = { competence: 'c', day: 1 };
const weights = { unfilledMember: 10, unfilledChief: 40, load: 1, km: 1 };
const expert = { org: 'o', competences: ['c'], chief: true, days: [1], maxLoad: 1, x: 0, y: 0 };
/** One chief near, one expert too far; two seats of session B have nobody at all. */
const instance = readInstance({
  experts: [
    { ...expert, id: 'near' },
    { ...expert, id: 'far', chief: false, x: 500 },
  ],
  sessions: [
    { id: 'A', ...day, n: 2, conflictOrgs: [], x: 3, y: 4 },
    { id: 'B', ...day, n: 2, competence: 'other', conflictOrgs: [] },
  ],
  weights,
});
const found = (change: (answer: StaffingResult) => void): string[] => {
  const answer = structuredClone(staff(instance));
  change(answer);
  return verifyStaffing(instance, answer).map(({ id }) => id);
};
const certificate = (answer: StaffingResult, kind: string) =>
  answer.unfilled.find((u) => u.certificate.kind === kind)!.certificate;

describe('verifyStaffing', () => {
  it.each<[string, (a: StaffingResult) => void]>([
    ['km', (a) => void a.km++],
    ['loads', (a) => void a.loads.push(1)],
    ['gap', (a) => void a.gap++],
    ['rule', (a) => Object.assign(a, { rule: 'max-min-score' })],
    ['noProof', (a) => void delete a.proof],
    // a seat listed twice would make the demand greater than it is
    ['hallSeat', (a) => void certificate(a, 'shortage').seats.push(certificate(a, 'shortage').seats[0]!)],
    // the shortage of another seat explains nothing about this one
    ['hallSeat', (a) => Object.assign(a.unfilled[0]!, { certificate: certificate(a, 'shortage') })],
    ['hallWords', (a) => Object.assign(certificate(a, 'shortage').words.params, { short: 9 })],
    ['hallPrice', (a) => Object.assign(certificate(a, 'price'), { price: 9 })],
    ['hallKind', (a) => Object.assign(certificate(a, 'shortage'), { kind: 'fate' })],
    [
      'hallKind',
      (a) => {
        // nobody can sit there, whatever the price
        const none = certificate(a, 'shortage');
        const words = { id: 'unfilled.price', params: { ...none.words.params, price: 50 } };
        Object.assign(none, { kind: 'price', price: 50, supply: 0, words });
      },
    ],
  ])('sees a false %s', (id, change) => {
    expect(found(() => {})).toEqual([]);
    expect(found(change)).toContain(id);
  });

  it('sees scores without what was reached', () => {
    const scored = readInstance(smallSeason(6, { experts: 8, sessions: 4, scores: true }));
    const answer = staff(scored);
    expect(verifyStaffing(scored, answer)).toEqual([]);
    const codes = (change: object) => verifyStaffing(scored, { ...answer, ...change }).map(({ id }) => id);
    expect(codes({ score: undefined })).toContain('minimum');
    expect(codes({ gap: answer.gap + 1 })).toContain('gap');
    expect(codes({ score: { ...answer.score!, totalBound: answer.score!.total - 1 } })).toContain('total');
  });
});
