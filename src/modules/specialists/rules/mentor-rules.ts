import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

const own = { room: 'specialists', validTo: null } as const;
const mentoringLaw = {
  ...own,
  validFrom: '2025-03-01',
  source: 'domain §3.6',
  trust: 'W',
  where: 'form+server',
} as const;

/** Mentoring needs the worker's written consent, given not later than the order. */
export const consentRule = defineRule({
  ...mentoringLaw,
  id: 'MN-01',
  facts: z.object({ consentOn: z.string().nullable(), orderOn: z.string() }),
  check({ consentOn, orderOn }) {
    if (!consentOn) return refused({}, 'consentOn');
    return consentOn > orderOn ? refused({ consentOn, orderOn }, 'consentOn', 'late') : ok;
  },
});

/** Mentoring under the labour code states its content, term, form, and the size and conditions of pay. */
export const termsRule = defineRule({
  ...mentoringLaw,
  id: 'MN-02',
  facts: z.object({
    legalBasis: z.string(),
    until: z.string().nullable(),
    payForm: z.string(),
    payValue: z.number().nullable(),
  }),
  settings: z.object({ 'specialists.payTermsNeeded': z.boolean() }),
  check({ legalBasis, until, payForm, payValue }, settings) {
    if (payForm !== 'none' && payValue === null) return refused({}, 'payValue', 'value');
    if (legalBasis !== 'employment') return ok;
    if (!until) return refused({}, 'to', 'term');
    return settings['specialists.payTermsNeeded'] && payForm === 'none' ? refused({}, 'payForm', 'pay') : ok;
  },
});

/** Either side may stop early, having told the other some working days before. */
export const noticeRule = defineRule({
  ...mentoringLaw,
  id: 'MN-03',
  facts: z.object({ workingDays: z.number().int() }),
  settings: z.object({ 'specialists.noticeWorkingDays': z.number().int() }),
  check({ workingDays }, settings) {
    const least = settings['specialists.noticeWorkingDays'];
    return workingDays < least ? refused({ workingDays: Math.max(0, workingDays), least }, 'lastDay') : ok;
  },
});

/** Where helping newcomers is the job itself and is paid as such, the order does not pay for it twice. */
export const dutyRule = defineRule({
  ...mentoringLaw,
  id: 'MN-04',
  facts: z.object({ legalBasis: z.string(), payForm: z.string() }),
  check: ({ legalBasis, payForm }) =>
    legalBasis === 'duty' && payForm !== 'none' ? refused({}, 'payForm') : ok,
});

/** The labour code speaks of workers: a student without a labour contract is mentored under the practice agreement. */
export const basisRule = defineRule({
  ...mentoringLaw,
  id: 'MN-05',
  trust: 'A',
  facts: z.object({ legalBasis: z.string(), employed: z.boolean() }),
  check: ({ legalBasis, employed }) =>
    legalBasis === 'employment' && !employed ? refused({}, 'appointmentId') : ok,
});

/** The last day a certificate counts for, `months` after it was shown; none when it has no term. */
export function clearanceUntil(shownOn: string, months: number | null): string | null {
  if (months === null) return null;
  const [year = 0, month = 1, day = 1] = shownOn.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** Whoever works with those under 18 has shown the certificate of no criminal record. */
export const clearanceRule = defineRule({
  ...own,
  id: 'MN-06',
  validFrom: '2010-12-23',
  source: 'domain §3.6',
  trust: 'M+',
  where: 'form+server',
  facts: z.object({ clearanceOn: z.string().nullable(), from: z.string(), to: z.string() }),
  settings: z.object({ 'specialists.clearanceMonths': z.number().int().nullable() }),
  check({ clearanceOn, from, to }, settings) {
    if (!clearanceOn) return refused({}, 'appointmentId');
    if (clearanceOn > from) return refused({ clearanceOn }, 'appointmentId', 'later');
    const until = clearanceUntil(clearanceOn, settings['specialists.clearanceMonths']);
    return until !== null && until < to ? refused({ until, to }, 'appointmentId', 'ends') : ok;
  },
});

/** No more trainees at once than the order says, and no order says more than the region's limit. */
export const loadRule = defineRule({
  ...own,
  id: 'MN-07',
  validFrom: '2020-01-01',
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({ trainees: z.number().int(), capacity: z.number().int() }),
  settings: z.object({ 'specialists.traineesPerMentor': z.number().int() }),
  check({ trainees, capacity }, settings) {
    const limit = settings['specialists.traineesPerMentor'];
    if (capacity > limit) return refused({ capacity, limit }, 'capacity', 'order');
    return trainees > capacity ? refused({ trainees, capacity }, 'appointmentId') : ok;
  },
});

/** The order covers every day of the mentoring, and the mentor works where the trainee is. */
export const coverRule = defineRule({
  ...own,
  id: 'MN-08',
  validFrom: '2020-01-01',
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({
    from: z.string(),
    to: z.string(),
    orderFrom: z.string(),
    orderTo: z.string().nullable(),
    sameHost: z.boolean(),
  }),
  check({ from, to, orderFrom, orderTo, sameHost }) {
    if (!sameHost) return refused({}, 'appointmentId', 'host');
    if (from < orderFrom) return refused({ orderFrom }, 'appointmentId', 'before');
    return orderTo !== null && orderTo < to ? refused({ orderTo }, 'appointmentId', 'after') : ok;
  },
});
