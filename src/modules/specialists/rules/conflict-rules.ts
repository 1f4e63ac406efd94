import { z } from 'zod';
import { conditional, defineRule, ok, refused } from '../../../platform/rules/pure.ts';

const own = {
  room: 'specialists',
  // the methodology of 31 January 2019 and order 800 after it say the same
  validFrom: '2019-01-31',
  validTo: null,
  source: 'domain §2.6',
  trust: 'A',
  where: 'server',
} as const;

/** A tie over time and the exam's day; an open end is null. */
const overTime = z.object({ on: z.string(), from: z.string().nullable(), to: z.string().nullable() });
type OverTime = z.output<typeof overTime>;

const begun = ({ from, on }: OverTime) => from === null || from <= on;
const holds = (tie: OverTime) => begun(tie) && (tie.to === null || tie.to >= tie.on);

/** The day so many months before; the 31st becomes the last day of a shorter month. */
export function monthsBefore(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Employed by the examinee's college in any way on the exam's day or within the window before it. */
export const employedRule = defineRule({
  ...own,
  id: 'CI-1',
  facts: overTime,
  settings: z.object({ 'specialists.conflictEmploymentMonths': z.number().int() }),
  check(tie, settings) {
    const months = settings['specialists.conflictEmploymentMonths'];
    const since = monthsBefore(tie.on, months);
    if (!begun(tie) || (tie.to !== null && tie.to < since)) return ok;
    return holds(tie) ? refused({}) : refused({ to: tie.to, months }, undefined, 'past');
  },
});

/** What was taught stays taught: no window, only not later than the exam. */
export const taughtRule = defineRule({
  ...own,
  id: 'CI-2',
  facts: overTime,
  check: (tie) => (begun(tie) ? refused({ from: tie.from }) : ok),
});

export const mentoredRule = defineRule({
  ...own,
  id: 'CI-3',
  facts: overTime,
  check: (tie) => (begun(tie) ? refused({ from: tie.from }) : ok),
});

/** Named to people only as a personal circumstance. */
export const kinRule = defineRule({
  ...own,
  id: 'CI-4',
  facts: overTime,
  check: (tie) => (holds(tie) ? refused({}) : ok),
});

export const coachedRule = defineRule({
  ...own,
  id: 'CI-5',
  facts: overTime,
  check: (tie) => (begun(tie) ? refused({ from: tie.from }) : ok),
});

/** Employers are meant to choose at the exam: the expert declares the interest and may sit. */
export const sponsorRule = defineRule({
  ...own,
  id: 'CI-6',
  facts: overTime.extend({ declared: z.boolean() }),
  check: (tie) => (holds(tie) && !tie.declared ? conditional(tie.on) : ok),
});

/** The chief expert leads and does not mark. */
export const chiefRule = defineRule({
  ...own,
  id: 'CI-7',
  facts: z.object({ chief: z.boolean(), marks: z.boolean() }),
  check: ({ chief, marks }) => (chief && marks ? refused({}) : ok),
});

/** Who hears the appeals of this exam does not sit in it. */
export const appealRule = defineRule({
  ...own,
  id: 'CI-8',
  facts: z.object({ hearsAppeals: z.boolean() }),
  check: ({ hearsAppeals }) => (hearsAppeals ? refused({}) : ok),
});
