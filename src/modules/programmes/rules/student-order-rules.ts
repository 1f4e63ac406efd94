import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

const days = (day: string, more: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + more * 86_400_000).toISOString().slice(0, 10);

/** The day `months` after a day, kept inside its month: 31 January + 1 is 28 or 29 February. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** An order about a student follows the order before it and is not written far into the future. */
export const orderDayRule = defineRule({
  room: 'programmes',
  id: 'PG-01',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({ on: z.string(), last: z.string().nullable(), today: z.string() }),
  settings: z.object({ 'programmes.orderDaysAhead': z.number().int() }),
  check({ on, last, today }, settings) {
    if (last !== null && on < last) return refused({ last }, 'on', 'before');
    const latest = days(today, settings['programmes.orderDaysAhead']);
    return on > latest ? refused({ latest }, 'on', 'ahead') : ok;
  },
});

/** An academic leave has a last day and is not longer than the rule allows. */
export const leaveLengthRule = defineRule({
  room: 'programmes',
  id: 'PG-02',
  validFrom: '2013-01-01',
  validTo: null,
  source: 'own',
  trust: 'M',
  where: 'form+server',
  facts: z.object({ on: z.string(), until: z.string().nullable() }),
  settings: z.object({ 'programmes.leaveMonths': z.number().int() }),
  check({ on, until }, settings) {
    if (until === null) return refused({}, 'until', 'noEnd');
    if (until < on) return refused({}, 'until', 'backwards');
    const latest = monthsLater(on, settings['programmes.leaveMonths']);
    return until > latest ? refused({ latest }, 'until') : ok;
  },
});

/** Nobody graduates before the year the group ends in. */
export const graduationYearRule = defineRule({
  room: 'programmes',
  id: 'PG-03',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({ on: z.string(), graduationYear: z.number().int() }),
  check({ on, graduationYear }) {
    return Number(on.slice(0, 4)) < graduationYear ? refused({ year: graduationYear }, 'on') : ok;
  },
});
