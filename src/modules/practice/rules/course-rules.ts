import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

const ours = {
  room: 'practice',
  validFrom: '2020-09-22',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
} as const;

/** Nobody is sent without the college's order. */
export const sendingRule = defineRule({
  ...ours,
  id: 'PL-08',
  facts: z.object({ orderOn: z.string().nullable() }),
  check: ({ orderOn }) => (orderOn ? ok : refused({}, 'orderOn')),
});

/** A mentor stands for every day. */
export const mentorRule = defineRule({
  ...ours,
  id: 'PL-09',
  facts: z.object({ uncovered: z.string().nullable(), none: z.boolean() }),
  check({ uncovered, none }) {
    if (none) return refused({}, 'mentor');
    return uncovered ? refused({ day: uncovered }, 'mentor', 'gap') : ok;
  },
});

/** A placement starts on its first day or later. */
export const startDayRule = defineRule({
  ...ours,
  id: 'PL-10',
  facts: z.object({ from: z.string(), today: z.string() }),
  check: ({ from, today }) => (today < from ? refused({ from }, 'from') : ok),
});

/** A placement ends on its last day or later. */
export const endDayRule = defineRule({
  ...ours,
  id: 'PL-11',
  facts: z.object({ to: z.string(), today: z.string() }),
  check: ({ to, today }) => (today < to ? refused({ to }, 'to') : ok),
});

/** The log has every working day. */
export const logRule = defineRule({
  ...ours,
  id: 'PL-12',
  facts: z.object({ gaps: z.array(z.string()) }),
  check: ({ gaps }) => (gaps[0] ? refused({ count: gaps.length, first: gaps[0] }, 'log') : ok),
});

/** Report, appraisal sheet and reference are there. */
export const papersRule = defineRule({
  ...ours,
  id: 'PL-13',
  facts: z.object({ report: z.boolean(), appraisal: z.boolean(), reference: z.boolean() }),
  check({ report, appraisal, reference }) {
    if (!report) return refused({}, 'reportOn', 'report');
    if (!appraisal) return refused({}, 'appraisalOn', 'appraisal');
    return reference ? ok : refused({}, 'referenceOn', 'reference');
  },
});

/** A pass needs a positive appraisal. */
export const gradeRule = defineRule({
  ...ours,
  id: 'PL-14',
  facts: z.object({ grade: z.number().int().nullable(), positive: z.boolean().nullable() }),
  check({ grade, positive }) {
    if (grade === null) return refused({}, 'grade');
    return grade > 2 && positive !== true ? refused({}, 'grade', 'negative') : ok;
  },
});
