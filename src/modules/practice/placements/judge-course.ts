import { judge, type Verdict } from '../../../platform/rules/index.ts';
import {
  endDayRule,
  gradeRule,
  logRule,
  mentorRule,
  papersRule,
  sendingRule,
  startDayRule,
} from '../rules/course-rules.ts';
import { dayAfter } from '../rules/days.ts';
import { turns } from '../rules/limits.ts';
import {
  agreementRule,
  briefingRule,
  employmentRule,
  guardianRule,
  leaveHomeRule,
  medicalRule,
  minorMedicalRule,
} from '../rules/placing-rules.ts';
import type { Facts } from './placement-facts.ts';
import { workDays } from './work-days.ts';

/** The first day without a mentor; null when every day has one. */
export function uncoveredDay({ from, to, mentors }: Pick<Facts, 'from' | 'to' | 'mentors'>): string | null {
  let day = from;
  for (const one of mentors) {
    if (one.from > day) break;
    if (one.to >= day) day = dayAfter(one.to);
  }
  return day > to ? null : day;
}

const ON_SITE = new Set(['started', 'in_progress', 'suspended', 'finished']);

/** Days worked so far without an entry of the log; today is not over yet. */
export function logGaps(
  {
    from,
    to,
    timetable,
    logged,
    logOn,
    state,
  }: Pick<Facts, 'from' | 'to' | 'timetable' | 'logged' | 'logOn' | 'state'>,
  today: string,
): string[] {
  if (!ON_SITE.has(state) || logOn !== null) return [];
  const until = to < today ? to : dayAfter(today, -1);
  if (until < from) return [];
  const written = new Set(logged);
  return workDays(from, until, timetable[0]?.days ?? 5).filter((day) => !written.has(day));
}

export const isMinor = ({ birthDate, from }: Pick<Facts, 'birthDate' | 'from'>) =>
  birthDate !== null && turns(birthDate, 18) > from;

/** Every guard of the way of a placement, judged on today's facts: rule id → verdict. */
export function judgeCourse(facts: Facts, today: string): Record<string, Verdict> {
  const { from, to, agreement, employed, contractNumber, needsMedical, birthDate } = facts;
  const medical = { from, to, number: facts.medicalNumber, until: facts.medicalUntil };
  const uncovered = uncoveredDay(facts);
  return {
    'PP-02': judge(agreementRule, { agreement, from, to }, {}, from),
    'PP-06': judge(employmentRule, { employed, contractNumber }, {}, from),
    'PP-07': judge(briefingRule, { briefingOn: facts.briefingOn, today }, {}, from),
    'PP-08': judge(medicalRule, { ...medical, needed: needsMedical }, {}, from),
    'AG-08': judge(minorMedicalRule, { ...medical, needed: employed && isMinor(facts) }, {}, from),
    'PP-10': judge(
      leaveHomeRule,
      { home: facts.homeId, host: facts.hostPlaceId, consent: facts.leaveHome },
      {},
      from,
    ),
    'X-06': judge(
      guardianRule,
      { birthDate: birthDate ?? '1900-01-01', from, consent: facts.guardian },
      {},
      from,
    ),
    'PL-08': judge(sendingRule, { orderOn: facts.orderOn }, {}, from),
    'PL-09': judge(mentorRule, { uncovered, none: facts.mentors.length === 0 }, {}, from),
    'PL-10': judge(startDayRule, { from, today }, {}, from),
    'PL-11': judge(endDayRule, { to, today }, {}, from),
    'PL-12': judge(logRule, { gaps: logGaps(facts, today) }, {}, from),
    'PL-13': judge(
      papersRule,
      {
        report: facts.reportOn !== null,
        appraisal: facts.appraisalOn !== null,
        reference: facts.referenceOn !== null,
      },
      {},
      from,
    ),
    'PL-14': judge(gradeRule, { grade: facts.grade, positive: facts.appraisalPositive }, {}, from),
  };
}
