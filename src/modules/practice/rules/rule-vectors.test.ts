import { describe, expect, test } from 'vitest';
import { judge } from '../../../platform/rules/pure.ts';
import { HELD_AT, PLAN_KINDS } from '../plans/schemas.ts';
import { settings } from '../settings.ts';
import * as age from './age-rules.ts';
import { appraisalRule } from './appraisal-rules.ts';
import * as course from './course-rules.ts';
import * as placing from './placing-rules.ts';

const S = Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, one.initial]));
const DAYS = { from: '2026-12-07', to: '2027-01-29' };
const said = (rule: Parameters<typeof judge>[0], facts: object, on = DAYS.from, more: object = {}) => {
  const verdict = judge(rule, facts as never, { ...S, ...more }, on);
  return verdict.is === 'refused' ? verdict.messageKey.replace('practice:rule.', '') : verdict.is;
};
const works = (birthDate: string, hours: number, days: number, more: object = {}) => ({
  birthDate,
  ...DAYS,
  employed: false,
  timetable: [{ from: DAYS.from, minutes: Math.round(hours * 60), days }],
  ...more,
});
const SEVENTEEN = '2009-06-01';
const FIFTEEN = '2011-06-01';
/** 18 on 11 January 2027, inside the placement. */
const TURNING = '2009-01-11';

describe('practice, §3.1', () => {
  test('PP-01: a medical or pharmaceutical programme has its own order, the list is a setting', () => {
    expect(said(placing.programmeRule, { code: '15.01.05' })).toBe('ok');
    for (const code of ['31.02.01', '33.02.01', '34.02.01'])
      expect(said(placing.programmeRule, { code })).toBe('PP-01');
    expect(
      said(placing.programmeRule, { code: '31.02.01' }, DAYS.from, { 'practice.otherOrderGroups': [] }),
    ).toBe('ok');
  });

  test('PP-02: an agreement of the two holds on every day of the placement', () => {
    const with_ = (more: object | null) =>
      said(placing.agreementRule, {
        ...DAYS,
        agreement: more && { number: '12', holds: true, ofBoth: true, from: DAYS.from, to: DAYS.to, ...more },
      });
    expect([with_({}), with_({ to: null }), with_(null)]).toEqual(['ok', 'ok', 'PP-02']);
    expect(with_({ from: '2026-12-08' })).toBe('PP-02.starts');
    expect(with_({ to: '2027-01-28' })).toBe('PP-02.ends');
    expect([with_({ holds: false }), with_({ ofBoth: false })]).toEqual(['PP-02.state', 'PP-02.parties']);
    // held at the college or at an enterprise, nowhere else
    expect(HELD_AT).toEqual(['college', 'enterprise']);
  });

  test('PP-06: a labour contract has its number; without one none is asked', () => {
    const contract = (employed: boolean, contractNumber: string | null) =>
      said(placing.employmentRule, { employed, contractNumber });
    expect([contract(false, null), contract(true, null), contract(true, '7-с')]).toEqual([
      'ok',
      'PP-06',
      'ok',
    ]);
  });

  test('PP-07: nobody works before the briefing', () => {
    const briefed = (briefingOn: string | null) =>
      said(placing.briefingRule, { briefingOn, today: '2026-12-07' });
    expect([briefed(null), briefed('2026-12-08'), briefed('2026-12-07')]).toEqual([
      'PP-07',
      'PP-07.later',
      'ok',
    ]);
  });

  test('PP-08: the certificate is valid to the last day; one that ends on the way does not do', () => {
    const medical = (more: object) =>
      said(placing.medicalRule, { ...DAYS, needed: true, number: '12', until: DAYS.to, ...more });
    expect([medical({}), medical({ needed: false, number: null, until: null })]).toEqual(['ok', 'ok']);
    expect([medical({ number: null }), medical({ until: null })]).toEqual(['PP-08', 'PP-08']);
    expect(medical({ until: '2027-01-28' })).toBe('PP-08.ends');
    // valid on the first day, out in the middle
    expect(medical({ until: '2026-12-20' })).toBe('PP-08.ends');
    expect(medical({ until: '2026-12-06' })).toBe('PP-08.ends');
  });

  test('PP-09: who needs an accessible workplace gets one', () => {
    const access = (needsAccess: boolean, accessible: boolean) =>
      said(placing.accessRule, { needsAccess, accessible });
    expect([access(false, false), access(true, false), access(true, true)]).toEqual(['ok', 'PP-09', 'ok']);
  });

  test('PP-10: away from home only with the student’s own consent', () => {
    const leave = (home: string | null, host: string | null, consent: string | null) =>
      said(placing.leaveHomeRule, { home, host, consent });
    expect(leave('kirov', 'kirov', null)).toBe('ok');
    expect(leave('kirov', 'slobodskoy', null)).toBe('PP-10');
    expect(leave('kirov', 'slobodskoy', 'asked')).toBe('PP-10');
    expect(leave('kirov', 'slobodskoy', 'given')).toBe('ok');
    expect(leave('kirov', 'slobodskoy', 'refused')).toBe('PP-10.refused');
    expect(leave('kirov', 'slobodskoy', 'withdrawn')).toBe('PP-10.withdrawn');
    // nobody knows where the student lives: a missing home is no home here
    expect([leave(null, 'kirov', null), leave(null, null, null)]).toEqual(['PP-10.unknown', 'PP-10.unknown']);
  });

  test('PP-11: the kinds of practice are the plan’s: УП, ПП, ПДП и стажировка', () => {
    expect(PLAN_KINDS).toEqual(['UP', 'PP', 'PDP', 'ST']);
  });
});

describe('age and hours, §3.5', () => {
  test('AG-00: 36 academic hours a week are 27 clock hours; the factor is a setting', () => {
    const fits = (academicHours: number, minutes: number, more = {}) =>
      said(age.academicHoursRule, { academicHours, minutes }, DAYS.from, more);
    expect([fits(36, 27 * 60), fits(36, 27 * 60 - 1)]).toEqual(['ok', 'AG-00']);
    expect(fits(36, 27 * 60, { 'practice.academicMinutes': 50 })).toBe('AG-00');
  });

  test('AG-01: 24 hours a week before 16, 35 before 18, 40 after', () => {
    const week = (birthDate: string, hours: number) =>
      said(age.weekRule, works(birthDate, Math.round((hours * 60) / 6) / 60, 6));
    expect([week(FIFTEEN, 24), week(FIFTEEN, 25)]).toEqual(['ok', 'AG-01']);
    expect([week(SEVENTEEN, 35), week(SEVENTEEN, 36)]).toEqual(['ok', 'AG-01']);
    expect([week('2008-01-01', 40), week('2008-01-01', 41)]).toEqual(['ok', 'AG-01']);
    // academic hours are no measure of it: 36 of them are 27 clock hours
    expect(week(SEVENTEEN, 27)).toBe('ok');
  });

  test('AG-01: limits change on the birthday inside the placement, not a day before', () => {
    const lawful = (since: string) =>
      said(age.weekRule, {
        ...works(TURNING, 7, 5),
        timetable: [
          { from: DAYS.from, minutes: 420, days: 5 },
          { from: since, minutes: 480, days: 5 },
        ],
      });
    expect([lawful('2027-01-11'), lawful('2027-01-10')]).toEqual(['ok', 'AG-01']);
  });

  test('AG-02: 5 hours a day before 16, 7 before 18; an adult’s day is the region’s', () => {
    const day = (birthDate: string, hours: number) => said(age.dayRule, works(birthDate, hours, 3));
    expect([day(FIFTEEN, 5), day(FIFTEEN, 6)]).toEqual(['ok', 'AG-02']);
    expect([day(SEVENTEEN, 7), day(SEVENTEEN, 7.5)]).toEqual(['ok', 'AG-02']);
    expect([day('2008-01-01', 8), day('2008-01-01', 12.5)]).toEqual(['ok', 'AG-02']);
  });

  test('AG-02: with a labour contract 2.5 and 4 hours on days of the school year, and on those alone', () => {
    const employed = (birthDate: string, hours: number, more: object = {}) =>
      said(age.dayRule, works(birthDate, hours, 5, { employed: true, ...more }));
    expect([employed(FIFTEEN, 2.5), employed(FIFTEEN, 3)]).toEqual(['ok', 'AG-02.employed']);
    expect([employed(SEVENTEEN, 4), employed(SEVENTEEN, 4.5)]).toEqual(['ok', 'AG-02.employed']);
    // begins in the holidays, goes on into September: each day has its own limit
    const into = (to: string) =>
      employed(SEVENTEEN, 7, {
        birthDate: '2009-12-01',
        from: '2027-08-02',
        to,
        timetable: [{ from: '2027-08-02', minutes: 420, days: 5 }],
      });
    expect([into('2027-08-31'), into('2027-09-01')]).toEqual(['ok', 'AG-02.employed']);
    // begins in June, goes on into the holidays: June is still the school year
    const from = (day: string) =>
      employed(SEVENTEEN, 7, {
        birthDate: '2009-12-01',
        from: day,
        to: '2027-07-20',
        timetable: [{ from: day, minutes: 420, days: 5 }],
      });
    expect([from('2027-07-01'), from('2027-06-30')]).toEqual(['ok', 'AG-02.employed']);
  });

  const hazardous = (birthDate: string, code: string, hours = 4, more: object = {}) => ({
    ...works(birthDate, hours, 5),
    hazards: [code],
    ...more,
  });
  test('AG-03: harmful and dangerous work waits for the eighteenth birthday; unknown work is taken as forbidden', () => {
    expect(said(age.hazardRule, hazardous(SEVENTEEN, 'underground'))).toBe('AG-03');
    expect(said(age.hazardRule, hazardous(SEVENTEEN, 'notOnTheList'))).toBe('AG-03');
    expect(said(age.hazardRule, hazardous('2008-12-07', 'underground'))).toBe('ok');
    // 18 on the way: it is the first day that counts
    expect(said(age.hazardRule, hazardous(TURNING, 'underground'))).toBe('AG-03');
  });

  test('AG-04: listed work is open to practice from 16 on, four hours a day until 18', () => {
    expect(said(age.practiceExceptionRule, hazardous(SEVENTEEN, 'height'))).toBe('ok');
    expect(said(age.practiceExceptionRule, hazardous(SEVENTEEN, 'height', 5))).toBe('AG-04');
    expect(said(age.practiceExceptionRule, hazardous(FIFTEEN, 'height', 2))).toBe('AG-04.young');
    const turning = hazardous(TURNING, 'height', 4, {
      timetable: [
        { from: DAYS.from, minutes: 240, days: 5 },
        { from: '2027-01-11', minutes: 480, days: 5 },
      ],
    });
    expect(said(age.practiceExceptionRule, turning)).toBe('ok');
  });

  test('AG-05: the list of works is a dated setting: a region that opens one opens it, unassessed workplaces stay closed', () => {
    expect(said(age.hazardRule, hazardous(SEVENTEEN, 'noAssessment'))).toBe('AG-03');
    const list = [{ code: 'noAssessment', title: 'Без спецоценки', under18: 'practice16' }];
    const opened = { 'practice.hazards': list };
    expect(said(age.hazardRule, hazardous(SEVENTEEN, 'noAssessment'), DAYS.from, opened)).toBe('ok');
    expect(said(age.practiceExceptionRule, hazardous(SEVENTEEN, 'noAssessment', 5), DAYS.from, opened)).toBe(
      'AG-04',
    );
  });

  test('AG-06: no nights before 18; where the region says so, for employees alone', () => {
    const night = (birthDate: string, employed: boolean, rule = 'forbidden') =>
      said(age.nightRule, { birthDate, from: DAYS.from, night: true, employed }, DAYS.from, {
        'practice.nightForMinors': rule,
      });
    expect([night(SEVENTEEN, false), night(SEVENTEEN, true)]).toEqual(['AG-06', 'AG-06']);
    expect([
      night(SEVENTEEN, false, 'employeesForbidden'),
      night(SEVENTEEN, true, 'employeesForbidden'),
    ]).toEqual(['ok', 'AG-06']);
    expect(night('2008-12-07', true)).toBe('ok');
    expect(said(age.nightRule, { birthDate: SEVENTEEN, from: DAYS.from, night: false, employed: true })).toBe(
      'ok',
    );
  });

  test('AG-07: lifting above the norms of the young is a kind of work closed before 18', () => {
    expect(said(age.hazardRule, hazardous(SEVENTEEN, 'lifting'))).toBe('AG-03');
    expect(said(age.hazardRule, hazardous('2008-12-07', 'lifting'))).toBe('ok');
  });

  test('AG-08: an employee under 18 is examined whatever the work', () => {
    const examined = (needed: boolean, until: string | null) =>
      said(placing.minorMedicalRule, { ...DAYS, needed, number: until && '5', until });
    expect([examined(true, null), examined(true, '2027-01-28'), examined(true, '2027-01-29')]).toEqual([
      'AG-08',
      'AG-08.ends',
      'ok',
    ]);
    expect(examined(false, null)).toBe('ok');
  });
});

test('X-06: under 18 on the first day the representative consents; refusing and taking back stop it', () => {
  const guardian = (birthDate: string, consent: string | null) =>
    said(placing.guardianRule, { birthDate, from: DAYS.from, consent });
  expect([guardian('2008-12-07', null), guardian('2008-12-08', null)]).toEqual(['ok', 'X-06']);
  expect(guardian(SEVENTEEN, 'given')).toBe('ok');
  expect([
    guardian(SEVENTEEN, 'asked'),
    guardian(SEVENTEEN, 'refused'),
    guardian(SEVENTEEN, 'withdrawn'),
  ]).toEqual(['X-06', 'X-06.refused', 'X-06.withdrawn']);
});

test('M-37: the sheet has both groups of items, whole', () => {
  const sheet = (competences: number, qualities: number) =>
    said(appraisalRule, {
      competences: { asked: 2, filled: competences },
      qualities: { asked: 6, filled: qualities },
    });
  expect([sheet(2, 6), sheet(1, 6), sheet(2, 5), sheet(2, 0)]).toEqual([
    'ok',
    'M-37.competences',
    'M-37.qualities',
    'M-37.qualities',
  ]);
});

describe('our own rules of placing and of the course', () => {
  test('PL-01: inside an approved practice of the group', () => {
    const plan = (more: object) =>
      said(placing.planRule, { ...DAYS, planFrom: DAYS.from, planTo: DAYS.to, approved: true, ...more });
    expect([plan({}), plan({ approved: false })]).toEqual(['ok', 'PL-01.draft']);
    expect([plan({ planFrom: '2026-12-08' }), plan({ planTo: '2027-01-28' })]).toEqual(['PL-01', 'PL-01']);
  });

  test('PL-02: dates outside the programme are refused on either side', () => {
    const studied = (more: object) =>
      said(placing.programmeDaysRule, {
        ...DAYS,
        studying: true,
        since: '2024-09-01',
        until: '2027-08-31',
        ...more,
      });
    expect(studied({})).toBe('ok');
    expect(studied({ studying: false })).toBe('PL-02.notStudying');
    expect(studied({ since: '2026-12-08' })).toBe('PL-02.before');
    expect(studied({ until: '2027-01-28' })).toBe('PL-02.after');
  });

  test('PL-03: the place is for this speciality, kind and college', () => {
    const suits = (more: object) =>
      said(placing.fitRule, {
        code: '15.01.05',
        kind: 'PP',
        programmes: ['15.01.05'],
        kinds: ['PP'],
        keptForOther: false,
        ...more,
      });
    expect([
      suits({}),
      suits({ code: '09.02.07' }),
      suits({ kind: 'UP' }),
      suits({ keptForOther: true }),
    ]).toEqual(['ok', 'PL-03', 'PL-03.kind', 'PL-03.kept']);
  });

  test('PL-04: the offer is open and covers the days', () => {
    const offer = (more: object) =>
      said(placing.offerDaysRule, {
        ...DAYS,
        state: 'open',
        offerFrom: DAYS.from,
        offerTo: DAYS.to,
        ...more,
      });
    expect([offer({}), offer({ state: 'withdrawn' }), offer({ offerTo: '2027-01-28' })]).toEqual([
      'ok',
      'PL-04.state',
      'PL-04',
    ]);
  });

  test('PL-05: one student is in one place on one day', () => {
    expect(said(placing.overlapRule, { other: null })).toBe('ok');
    expect(said(placing.overlapRule, { other: { host: 'Завод', ...DAYS } })).toBe('PL-05');
  });

  test('PL-06: a plant that takes nobody under 18 gets none; who is 18 on the first day goes', () => {
    const minor = (birthDate: string, takesMinors: boolean) =>
      said(placing.minorsRule, { birthDate, from: DAYS.from, takesMinors });
    expect([minor('2008-12-07', false), minor('2008-12-08', false), minor('2008-12-08', true)]).toEqual([
      'ok',
      'PL-06',
      'ok',
    ]);
  });

  test('PL-07: no fewer than the least group', () => {
    expect([
      said(placing.minGroupRule, { people: 4, least: 5 }),
      said(placing.minGroupRule, { people: 5, least: 5 }),
    ]).toEqual(['PL-07', 'ok']);
  });

  test('PL-08: nobody is sent without the order', () => {
    expect([
      said(course.sendingRule, { orderOn: null }),
      said(course.sendingRule, { orderOn: '2026-12-01' }),
    ]).toEqual(['PL-08', 'ok']);
  });

  test('PL-09: a mentor for every day', () => {
    const mentor = (none: boolean, uncovered: string | null) => said(course.mentorRule, { none, uncovered });
    expect([mentor(true, DAYS.from), mentor(false, '2027-01-15'), mentor(false, null)]).toEqual([
      'PL-09',
      'PL-09.gap',
      'ok',
    ]);
  });

  test('PL-10, PL-11: not before the first day, not over before the last', () => {
    const start = (today: string) => said(course.startDayRule, { from: DAYS.from, today });
    const end = (today: string) => said(course.endDayRule, { to: DAYS.to, today });
    expect([start('2026-12-06'), start('2026-12-07')]).toEqual(['PL-10', 'ok']);
    expect([end('2027-01-28'), end('2027-01-29')]).toEqual(['PL-11', 'ok']);
  });

  test('PL-12: the log has every working day', () => {
    expect([said(course.logRule, { gaps: ['2026-12-09'] }), said(course.logRule, { gaps: [] })]).toEqual([
      'PL-12',
      'ok',
    ]);
  });

  test('PL-13: report, appraisal sheet and reference, none missing', () => {
    const papers = (more: object) =>
      said(course.papersRule, { report: true, appraisal: true, reference: true, ...more });
    expect([
      papers({}),
      papers({ report: false }),
      papers({ appraisal: false }),
      papers({ reference: false }),
    ]).toEqual(['ok', 'PL-13.report', 'PL-13.appraisal', 'PL-13.reference']);
  });

  test('PL-14: a pass needs a positive appraisal', () => {
    const mark = (grade: number | null, positive: boolean | null) =>
      said(course.gradeRule, { grade, positive });
    expect([mark(null, true), mark(3, true), mark(3, false), mark(3, null), mark(2, false)]).toEqual([
      'PL-14',
      'ok',
      'PL-14.negative',
      'PL-14.negative',
      'ok',
    ]);
  });
});
