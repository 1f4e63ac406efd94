import { describe, expect, it } from 'vitest';
import { readInstance, StaffingInputError, staff, verifyStaffing } from '../index.ts';
import { smallSeason } from '../testing/small-season.ts';

const weights = { unfilledMember: 100, unfilledChief: 150, load: 1, km: 1 };
const session = { id: 1, competence: 'сварка', day: '2026-06-12', n: 2 };
const expert = {
  id: 'а',
  competences: ['сварка'],
  chief: true,
  days: ['2026-06-12', '2026-06-12'],
  maxLoad: 2,
};
const faults = (json: unknown) => {
  try {
    readInstance(json);
  } catch (error) {
    if (error instanceof StaffingInputError) return error.issues.map((i) => [i.code, i.path]);
    throw error;
  }
  return [];
};

describe('input', () => {
  it('is answered at its edges', () => {
    for (const [experts, sessions, cost, empty] of [
      [[], [], 0, 0],
      [[], [session], 250, 2],
      [[expert], [], 0, 0],
      [[expert], [session], 101, 1],
      [[{ ...expert, maxLoad: 0 }], [session], 250, 2],
      [[{ ...expert, org: 'к' }], [{ ...session, conflictOrgs: ['другая', 'к'] }], 250, 2],
    ] as const) {
      const instance = readInstance({ experts, sessions, weights });
      const answer = staff(instance);
      expect(answer.cost).toBe(cost);
      expect(answer.unfilled).toHaveLength(empty);
      expect(verifyStaffing(instance, answer)).toEqual([]);
      const scored = readInstance({ experts, sessions, scores: [], rule: 'max-min-score' });
      expect(verifyStaffing(scored, staff(scored))).toEqual([]);
    }
  });
  it('keeps weights that are no whole numbers exact', () => {
    const sessions = [{ ...session, x: 0, y: 0 }];
    const instance = readInstance({
      experts: [{ ...expert, x: 3, y: 4 }],
      sessions,
      weights: { unfilledMember: 0.3, unfilledChief: 10.125, load: 0.1, km: 0.7 },
    });
    const answer = staff(instance);
    expect(answer.cost).toBeCloseTo(0.3 + 0.1 + 5 * 0.7, 12);
    expect(answer.gap).toBe(0);
    // one number where it is proved, although fractions do not add up exactly
    expect(answer.bound).toBe(answer.cost);
    const thirds = { unfilledMember: 1 / 3, unfilledChief: 0.1, load: 0.2, km: 0.7 };
    for (let k = 0; k < 40; k++) {
      const season = staff({ ...readInstance(smallSeason(k, { experts: 6, sessions: 4 })), weights: thirds });
      expect(season.bound).toBe(season.cost);
    }
  });
  it('takes loads and weights of any size in use, and tells limits where there are some', () => {
    const sessions = [
      { ...session, x: 0, y: 0 },
      { ...session, id: 2, n: 1, x: 0, y: 0 },
    ];
    const read = (n: number) =>
      readInstance({
        experts: [{ ...expert, maxLoad: 1_000_000_000, x: 30, y: 40 }],
        sessions: [{ ...sessions[0], n }, sessions[1]],
        weights: { unfilledMember: 0.5, unfilledChief: 1e12, load: 0.001, km: 1 },
      });
    const answer = staff(read(2));
    expect(answer.cost).toBe(1e12 + 0.5 + 0.001 + 50);
    expect(answer.bound).toBe(answer.cost);
    expect(() => read(1_000_000)).toThrow(/notCount/);
  });
  it('tells every fault with its place', () => {
    expect(faults(7)).toEqual([['notObject', '$']]);
    expect(faults({ experts: [], sessions: [] })).toEqual([['missing', 'weights']]);
    expect(
      faults({
        experts: [{ ...expert, maxLoad: -1, chief: 'да' }, { ...expert, x: 'север' }, null],
        sessions: [
          { ...session, n: 0 },
          { ...session, day: {} },
        ],
        weights: { ...weights, km: -1 },
        rule: 'fair',
        scores: [{ expert: 'б', session: 2, score: -1 }],
      }),
    ).toEqual([
      ['notFlag', 'experts[0].chief'],
      ['notCount', 'experts[0].maxLoad'],
      ['notNumber', 'experts[1].x'],
      ['missing', 'experts[1].y'],
      ['notObject', 'experts[2]'],
      ['notCount', 'sessions[0].n'],
      ['notId', 'sessions[1].day'],
      ['badRule', 'rule'],
      ['notNumber', 'scores[0].score'],
      ['notNumber', 'weights.km'],
      ['twice', 'experts[1].id'],
      ['twice', 'sessions[1].id'],
      ['unknownExpert', 'scores[0].expert'],
      ['unknownSession', 'scores[0].session'],
    ]);
  });
});
