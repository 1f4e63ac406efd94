import { describe, expect, test } from 'vitest';
import { judge } from '../../../platform/rules/pure.ts';
import { settings } from '../settings.ts';
import * as rules from './mentor-rules.ts';

const S = Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, one.initial]));
const DAYS = { from: '2026-12-07', to: '2027-01-29' };
const said = (rule: Parameters<typeof judge>[0], facts: object, more: object = {}, on = DAYS.from) => {
  const verdict = judge(rule, facts as never, { ...S, ...more }, on);
  return verdict.is === 'refused' ? verdict.messageKey.replace('specialists:rule.', '') : verdict.is;
};

describe('mentors, §3.6', () => {
  test('MN-01: no written consent, no mentor; it is given not later than the order', () => {
    const consent = (consentOn: string | null) =>
      said(rules.consentRule, { consentOn, orderOn: '2026-12-01' });
    expect([consent(null), consent('2026-12-02'), consent('2026-12-01')]).toEqual([
      'MN-01',
      'MN-01.late',
      'ok',
    ]);
  });

  test('MN-02: under the labour code the order has a term and pay with its size', () => {
    const terms = (more: object) =>
      said(rules.termsRule, {
        legalBasis: 'employment',
        until: '2027-06-30',
        payForm: 'monthly',
        payValue: 500_000,
        ...more,
      });
    expect([
      terms({}),
      terms({ until: null }),
      terms({ payForm: 'none', payValue: null }),
      terms({ payValue: null }),
    ]).toEqual(['ok', 'MN-02.term', 'MN-02.pay', 'MN-02.value']);
    expect(terms({ legalBasis: 'practice', until: null, payForm: 'none', payValue: null })).toBe('ok');
  });

  test('MN-03: notice of two working days is refused, three are enough', () => {
    const notice = (workingDays: number) => said(rules.noticeRule, { workingDays });
    expect([notice(0), notice(2), notice(3), notice(10)]).toEqual(['MN-03', 'MN-03', 'ok', 'ok']);
    expect(said(rules.noticeRule, { workingDays: 3 }, { 'specialists.noticeWorkingDays': 5 })).toBe('MN-03');
  });

  test('MN-04: where helping newcomers is the job, it is not paid twice', () => {
    expect(said(rules.dutyRule, { legalBasis: 'duty', payForm: 'monthly' })).toBe('MN-04');
    expect(said(rules.dutyRule, { legalBasis: 'duty', payForm: 'none' })).toBe('ok');
  });

  test('MN-05: a student without a labour contract is mentored under the practice agreement', () => {
    const basis = (legalBasis: string, employed: boolean) => said(rules.basisRule, { legalBasis, employed });
    expect([
      basis('employment', false),
      basis('employment', true),
      basis('practice', false),
      basis('duty', false),
    ]).toEqual(['MN-05', 'ok', 'ok', 'ok']);
  });

  test('MN-06: the certificate of no criminal record is shown by the first day and holds to the last', () => {
    const clearance = (clearanceOn: string | null, months: number | null = null) =>
      said(rules.clearanceRule, { clearanceOn, ...DAYS }, { 'specialists.clearanceMonths': months });
    expect([clearance(null), clearance('2026-12-08'), clearance('2026-12-07')]).toEqual([
      'MN-06',
      'MN-06.later',
      'ok',
    ]);
    // where the region gives it a term, it must not run out on the way
    expect([clearance('2026-01-28', 12), clearance('2026-01-29', 12)]).toEqual(['MN-06.ends', 'ok']);
  });

  test('MN-07: three trainees at once by default; the limit is a dated setting, the order may say less', () => {
    const load = (trainees: number, capacity: number, limit = 3) =>
      said(rules.loadRule, { trainees, capacity }, { 'specialists.traineesPerMentor': limit });
    expect([load(3, 3), load(4, 3), load(0, 4), load(2, 1)]).toEqual(['ok', 'MN-07', 'MN-07.order', 'MN-07']);
    expect(load(5, 5, 5)).toBe('ok');
  });

  test('MN-08: the order covers every day, and the mentor works where the trainee is', () => {
    const cover = (more: object) =>
      said(rules.coverRule, { ...DAYS, orderFrom: DAYS.from, orderTo: DAYS.to, sameHost: true, ...more });
    expect([
      cover({}),
      cover({ orderTo: null }),
      cover({ sameHost: false }),
      cover({ orderFrom: '2026-12-08' }),
      cover({ orderTo: '2027-01-28' }),
    ]).toEqual(['ok', 'ok', 'MN-08.host', 'MN-08.before', 'MN-08.after']);
  });
});
