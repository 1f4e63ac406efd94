import { describe, expect, it } from 'vitest';
import { judge } from '../../../platform/rules/pure.ts';
import { voteResult, votesCountedRule } from './count-votes.ts';
import { quorumRule } from './quorum.ts';

describe('quorum', () => {
  const verdict = (members: number, present: number, percent = 50) =>
    judge(quorumRule, { members, present, percent }, {}, '2026-11-23');
  it.each([
    [10, 5, 50, 'refused'],
    [10, 6, 50, 'ok'],
    [9, 5, 50, 'ok'],
    [9, 4, 50, 'refused'],
    [9, 6, 66, 'ok'],
    [9, 5, 66, 'refused'],
    [0, 0, 50, 'refused'],
  ] as const)('%i members, %i present, more than %i %%: %s', (members, present, percent, is) => {
    expect(verdict(members, present, percent).is).toBe(is);
  });
  it('says how many are needed', () => {
    expect(verdict(10, 5)).toMatchObject({ params: { need: 6 } });
  });
});

describe('votes', () => {
  it('adopt by more than half of those present, not of those who voted for or against', () => {
    expect(voteResult({ for: 4, against: 1, abstain: 3 }, 8)).toBe('rejected');
    expect(voteResult({ for: 5, against: 3, abstain: 0 }, 8)).toBe('adopted');
    expect(voteResult(null, 8)).toBe('heard');
  });
  it('are as many as people in the room', () => {
    const verdict = (votes: number | null) =>
      judge(votesCountedRule, { present: 5, items: [{ title: 'Первый', votes }] }, {}, '2026-11-23');
    expect(verdict(5).is).toBe('ok');
    expect(verdict(null).is).toBe('ok');
    expect(verdict(6)).toMatchObject({ is: 'refused', params: { title: 'Первый', votes: 6, present: 5 } });
    expect(verdict(4).is).toBe('refused');
  });
});
