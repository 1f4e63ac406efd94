import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../platform/rules/pure.ts';
import ru from '../messages.ru.ts';
import { settings } from '../settings.ts';
import {
  academicHoursRule,
  dayRule,
  hazardRule,
  nightRule,
  practiceExceptionRule,
  weekRule,
} from './age-rules.ts';
import { ageOn, fitTimetable, type Limits, stretchOn, turns } from './limits.ts';
import { guardianRule, medicalRule } from './placing-rules.ts';

const S = Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, one.initial]));
const day = { from: '2026-12-07', to: '2027-01-29' };
const SEVENTEEN = '2009-06-01';
const FIFTEEN = '2011-06-01';
const facts = (birthDate: string, minutes: number, days = 5, more: object = {}) => ({
  birthDate,
  ...day,
  timetable: [{ from: day.from, minutes, days }],
  employed: false,
  ...more,
});
const week = (birthDate: string, hours: number) =>
  judge(weekRule, facts(birthDate, (hours * 60) / 5), S, day.from).is;
const daily = (birthDate: string, hours: number, more: object = {}) =>
  judge(dayRule, facts(birthDate, hours * 60, 4, more), S, day.from);

describe('test vectors of the field', () => {
  test('17 years, plan 36 academic hours a week, timetable 27 clock hours: ok by every rule', () => {
    const minutes = (27 * 60) / 5;
    expect(judge(academicHoursRule, { academicHours: 36, minutes: minutes * 5 }, S, day.from).is).toBe('ok');
    expect(week(SEVENTEEN, 27)).toBe('ok');
    expect(daily(SEVENTEEN, 27 / 5).is).toBe('ok');
  });
  test('17 years, timetable 36 clock hours a week is refused, 35 is ok', () => {
    expect(week(SEVENTEEN, 36)).toBe('refused');
    expect(week(SEVENTEEN, 35)).toBe('ok');
  });
  test('15 years, a day of 6 hours is refused, 5 is ok', () => {
    expect(daily(FIFTEEN, 6)).toMatchObject({ is: 'refused', params: { age: 15, hours: 6, limit: 5 } });
    expect(daily(FIFTEEN, 5).is).toBe('ok');
  });
  test('who turns 18 during the placement has new limits from the birthday', () => {
    const birthDate = '2009-01-11';
    expect(judge(weekRule, facts(birthDate, 480), S, day.from)).toMatchObject({
      params: { since: day.from, age: 17 },
    });
    const lawful = [
      { from: day.from, minutes: 420, days: 5 },
      { from: '2027-01-11', minutes: 480, days: 5 },
    ];
    expect(judge(weekRule, { ...facts(birthDate, 1), timetable: lawful }, S, day.from).is).toBe('ok');
    const early = lawful.map((one, i) => (i === 1 ? { ...one, from: '2027-01-10' } : one));
    expect(judge(weekRule, { ...facts(birthDate, 1), timetable: early }, S, day.from)).toMatchObject({
      is: 'refused',
      params: { since: '2027-01-10', age: 17, hours: 40, limit: 35 },
    });
  });
});

test('a labour contract in the school year brings the limits of work beside study', () => {
  expect(daily(SEVENTEEN, 5, { employed: true })).toMatchObject({
    messageKey: 'practice:rule.AG-02.employed',
  });
  expect(daily(SEVENTEEN, 4, { employed: true }).is).toBe('ok');
  expect(daily(SEVENTEEN, 5, { employed: true, from: '2027-07-01', to: '2027-07-20' }).is).toBe('ok');
});

test('one who turns 16 inside the placement is judged by both ages', () => {
  const verdict = judge(weekRule, facts('2011-01-15', 300), S, day.from);
  expect(verdict).toMatchObject({ is: 'refused', params: { age: 15, since: day.from, limit: 24 } });
});

describe('harmful, dangerous and night work', () => {
  const hazard = (birthDate: string, code: string) =>
    judge(hazardRule, { ...facts(birthDate, 240), hazards: [code] }, S, day.from);
  test('is closed before 18 on every day, an unknown kind of work too', () => {
    expect(hazard(SEVENTEEN, 'underground')).toMatchObject({
      is: 'refused',
      params: { adultOn: '2027-06-01' },
    });
    expect(hazard(SEVENTEEN, 'nobodyKnows').is).toBe('refused');
    expect(hazard('2008-12-07', 'underground').is).toBe('ok');
    expect(hazard('2008-12-08', 'underground').is).toBe('refused');
  });
  test('some is open to practice from 16 on, four hours a day', () => {
    const judged = (birthDate: string, minutes: number) =>
      judge(practiceExceptionRule, { ...facts(birthDate, minutes), hazards: ['height'] }, S, day.from);
    expect(judged(SEVENTEEN, 240).is).toBe('ok');
    expect(judged(SEVENTEEN, 300)).toMatchObject({ is: 'refused', params: { hours: 5, limit: 4 } });
    expect(judged(FIFTEEN, 120)).toMatchObject({ messageKey: 'practice:rule.AG-04.young' });
  });
  test('nights are for adults; the region may keep it to employees', () => {
    const night = (employed: boolean, rule: unknown) =>
      judge(
        nightRule,
        { birthDate: SEVENTEEN, from: day.from, night: true, employed },
        { 'practice.nightForMinors': rule },
        day.from,
      ).is;
    expect(night(false, 'forbidden')).toBe('refused');
    expect(night(false, 'employeesForbidden')).toBe('ok');
    expect(night(true, 'employeesForbidden')).toBe('refused');
  });
});

test('a medical certificate covers the last day, and the representative answers for those under 18 on the first', () => {
  const medical = (until: string | null) =>
    judge(medicalRule, { ...day, needed: true, number: '12', until }, {}, day.from).is;
  expect([medical(null), medical('2027-01-28'), medical('2027-01-29')]).toEqual(['refused', 'refused', 'ok']);
  const guardian = (birthDate: string, consent: 'given' | 'refused' | null) =>
    judge(guardianRule, { birthDate, from: day.from, consent }, {}, day.from).is;
  expect(guardian('2008-12-07', null)).toBe('ok');
  expect(guardian('2008-12-08', null)).toBe('refused');
  expect(guardian('2008-12-08', 'given')).toBe('ok');
  expect(guardian('2008-12-08', 'refused')).toBe('refused');
});

test('birthdays: 29 February turns on 1 March of a common year', () => {
  expect(turns('2008-02-29', 18)).toBe('2026-03-01');
  expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
});

test('a fitted timetable is lawful on every day for every age, and never longer than what is offered', () => {
  const birth = fc
    .integer({ min: 2003, max: 2012 })
    .chain((year) =>
      fc.tuple(fc.constant(year), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
    );
  const text = (year: number, month: number, date: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const limits = { week: S['practice.weekMinutes'] as Limits, day: S['practice.dayMinutes'] as Limits };
  fc.assert(
    fc.property(
      birth,
      fc.integer({ min: 60, max: 720 }),
      fc.integer({ min: 3, max: 6 }),
      ([y, m, d], minutes, days) => {
        const birthDate = text(y, m, d);
        const timetable = fitTimetable(birthDate, { ...day, minutes, days }, limits);
        expect(timetable[0]?.from).toBe(day.from);
        for (const one of timetable) expect(one.minutes).toBeLessThanOrEqual(minutes);
        const judged = { birthDate, ...day, timetable, employed: false };
        expect(judge(weekRule, judged, S, day.from).is).toBe('ok');
        expect(judge(dayRule, judged, S, day.from).is).toBe('ok');
        expect(stretchOn(timetable, day.to)).toBeDefined();
      },
    ),
    { seed: 43, numRuns: 300 },
  );
});

test('every rule has its title', () => {
  const titles = ru.ruleTitle as Record<string, string>;
  for (const id of Object.keys(ru.rule))
    expect([id, Boolean(titles[id.split('.')[0] ?? ''])]).toEqual([id, true]);
});
