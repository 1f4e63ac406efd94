import { expect, test } from 'vitest';
import { judge } from '../../../platform/rules/pure.ts';
import * as course from './course-rules.ts';
import * as mark from './mark-rules.ts';
import * as result from './result-rules.ts';
import * as seat from './seat-rules.ts';

const DAY = '2027-06-16';
type Any = Parameters<typeof judge>[0];
/** «ok», «refused», «refused.variant». */
const verdict = (rule: unknown, facts: object) => {
  const found = judge(rule as Any, facts, {}, DAY);
  if (found.is === 'ok') return 'ok';
  const variant = found.messageKey.split('.')[2];
  return variant ? `${found.is}.${variant}` : found.is;
};

test('EX-01 one exam a day for a person and a workplace; nobody without a workplace', () => {
  expect(verdict(seat.bookingRule, { busy: [], lacking: 0 })).toBe('ok');
  expect(verdict(seat.bookingRule, { busy: [], lacking: 1 })).toBe('refused');
  const busy = (what: string) => ({ busy: [{ what, name: 'И', session: 'ДЭ-1' }], lacking: 0 });
  expect(verdict(seat.bookingRule, busy('person'))).toBe('refused.person');
  expect(verdict(seat.bookingRule, busy('workplace'))).toBe('refused.workplace');
});

test('EX-02 equipment checked by the kit’s list, on the day, for all workplaces, nothing short', () => {
  const facts = { found: true, code: 'К', day: DAY, places: 5, workplaces: 5, short: 0 };
  expect(verdict(course.equippedRule, facts)).toBe('ok');
  expect(verdict(course.equippedRule, { ...facts, found: false })).toBe('refused');
  expect(verdict(course.equippedRule, { ...facts, short: 2 })).toBe('refused.short');
  expect(verdict(course.equippedRule, { ...facts, workplaces: 6 })).toBe('refused.places');
});

test('EX-03 an exam begins on its day', () => {
  expect(verdict(course.onTheDayRule, { day: DAY, today: DAY })).toBe('ok');
  expect(verdict(course.onTheDayRule, { day: DAY, today: '2027-06-15' })).toBe('refused');
});

test('EX-04 a mark within its aspect: whole or none, in steps, 0 to 3', () => {
  const whole = { kind: 'measurement', how: 'whole', max: 3000, code: 'А1' };
  expect([0, 3000, 1500, 3001].map((value) => verdict(mark.markRule, { ...whole, value }))).toEqual([
    ...['ok', 'ok', 'refused.whole', 'refused'],
  ]);
  const steps = { ...whole, how: 'steps' };
  expect([0, 1, 2999, 3001].map((value) => verdict(mark.markRule, { ...steps, value }))).toEqual([
    ...['ok', 'ok', 'ok', 'refused'],
  ]);
  const scale = { ...whole, kind: 'judgement', how: 'scale' };
  expect([-1, 0, 3, 4].map((value) => verdict(mark.markRule, { ...scale, value }))).toEqual([
    ...['refused.scale', 'ok', 'ok', 'refused.scale'],
  ]);
});

test('EX-05 what is measured is one number', () => {
  const facts = { code: 'А1', place: '4' };
  expect(verdict(mark.sameMeasureRule, { ...facts, values: [500, 500] })).toBe('ok');
  expect(verdict(mark.sameMeasureRule, { ...facts, values: [500, 600] })).toBe('refused');
});

test('EX-06 nothing is empty, everybody has signed; imported or typed: nobody without a result', () => {
  expect(verdict(mark.completeRule, { missing: [] })).toBe('ok');
  expect(verdict(mark.completeRule, { missing: [{ place: '4', code: 'А1' }] })).toBe('refused');
  expect(verdict(mark.completeRule, { missing: [{ place: '4', code: '' }] })).toBe('refused.noResult');
  expect(verdict(mark.completeRule, { missing: [], unsigned: [{ place: '4', name: 'И' }] })).toBe(
    'refused.unsigned',
  );
});

test('EX-07 a paper protocol is typed by two and comes out the same', () => {
  const facts = { typed: 2, samePerson: false, differences: 0 };
  expect(verdict(mark.twiceTypedRule, facts)).toBe('ok');
  expect(verdict(mark.twiceTypedRule, { ...facts, typed: 1 })).toBe('refused');
  expect(verdict(mark.twiceTypedRule, { ...facts, samePerson: true })).toBe('refused.samePerson');
  expect(verdict(mark.twiceTypedRule, { ...facts, differences: 1 })).toBe('refused.differs');
});

test('EX-08 a student who studies sits in one exam at a time', () => {
  const facts = { name: 'С', other: null, day: null, studying: true };
  expect(verdict(result.onceRule, facts)).toBe('ok');
  expect(verdict(result.onceRule, { ...facts, other: 'ДЭ-1', day: DAY })).toBe('refused');
  expect(verdict(result.onceRule, { ...facts, studying: false })).toBe('refused.notStudying');
});

test('EX-09 appeals are decided and their term has passed', () => {
  const facts = { open: 0, lastDay: '2027-06-17', today: '2027-06-18' };
  expect(verdict(result.appealsOverRule, facts)).toBe('ok');
  expect(verdict(result.appealsOverRule, { ...facts, open: 1 })).toBe('refused');
  expect(verdict(result.appealsOverRule, { ...facts, today: '2027-06-17' })).toBe('refused.term');
});

test('EX-10 everybody who was asked has answered', () => {
  expect(verdict(seat.answeredRule, { waiting: [] })).toBe('ok');
  expect(verdict(seat.answeredRule, { waiting: ['И'] })).toBe('refused');
});

test('EX-11 an unsettled incident closes no exam', () => {
  expect(verdict(course.incidentRule, { open: 0 })).toBe('ok');
  expect(verdict(course.incidentRule, { open: 1 })).toBe('refused');
});
