import { describe, expect, test } from 'vitest';
import {
  afterAnswer,
  aspectState,
  clockOffset,
  minutesLeft,
  type QueuedMark,
  withQueue,
} from './mark-queue.ts';

const mark = (sequence: number, value: number, aspectId = 'a'): QueuedMark => ({
  id: `m${sequence}`,
  examineeId: 'e',
  aspectId,
  value,
  device: 'tablet',
  sequence,
  deviceAt: '2027-06-16T08:00:00Z',
});
const judged = { id: 'a', kind: 'judgement', max: 1000 } as const;
const who = { examineeId: 'e', personId: 'me', judges: 3, spread: 1 };
const by = (personId: string, value: number) => ({ examineeId: 'e', aspectId: 'a', personId, value });

describe('the queue of a tablet', () => {
  test('what was answered leaves it, what was refused stays visible, what was not answered waits', () => {
    const queue = [mark(1, 2), mark(2, 3), mark(3, 1)];
    const after = afterAnswer(queue, [
      { id: 'm1', outcome: 'known', key: null, params: {} },
      { id: 'm3', outcome: 'refused', key: 'exams:rule.X-08', params: {} },
    ]);
    expect(after.queue.map(({ id }) => id)).toEqual(['m2']);
    expect(after.taken.map(({ id }) => id)).toEqual(['m1']);
    expect(after.refused).toMatchObject([{ mark: { id: 'm3' }, key: 'exams:rule.X-08' }]);
  });
  test('unsent marks lie over what the server knows, by number and not by clock; colleagues keep theirs', () => {
    const standing = withQueue([by('me', 0), by('other', 2)], [mark(9, 3), mark(4, 1)], 'me');
    expect(standing).toEqual([by('me', 3), by('other', 2)]);
  });
});

describe('one aspect as the expert sees it', () => {
  test('spread of 2 is shown at once, with the points of the mean', () => {
    expect(aspectState(judged, [by('me', 1), by('b', 3), by('c', 2)], who)).toEqual({
      own: 1,
      others: [3, 2],
      missing: false,
      apart: 2,
      points: 667,
    });
  });
  test('a judgement of others does not fill the own one as long as judges lack', () => {
    expect(aspectState(judged, [by('b', 3), by('c', 2)], who).missing).toBe(true);
    expect(aspectState(judged, [by('b', 3), by('c', 2), by('d', 2)], who).missing).toBe(false);
  });
  test('one measurement is enough, two different ones are apart', () => {
    const measured = { id: 'a', kind: 'measurement', max: 1000 } as const;
    expect(aspectState(measured, [by('b', 400)], who)).toMatchObject({
      missing: false,
      apart: 0,
      points: 400,
    });
    expect(aspectState(measured, [by('b', 400), by('me', 600)], who)).toMatchObject({ apart: 200 });
  });
});

test('a clock wrong by an hour is an hour', () => {
  expect(clockOffset(3_610_000)).toBe(60);
});

test('the time left at a workplace: none before the start and after the end, never below zero', () => {
  const startedAt = '2027-06-16T06:00:00Z';
  const now = Date.parse('2027-06-16T09:00:30Z');
  expect(minutesLeft({ startedAt, endedAt: null }, { minutes: 240, now })).toBe(60);
  expect(minutesLeft({ startedAt, endedAt: null }, { minutes: 60, now })).toBe(0);
  expect(minutesLeft({ startedAt, endedAt: '2027-06-16T08:00:00Z' }, { minutes: 240, now })).toBeNull();
  expect(minutesLeft({ startedAt: null, endedAt: null }, { minutes: 240, now })).toBeNull();
});
