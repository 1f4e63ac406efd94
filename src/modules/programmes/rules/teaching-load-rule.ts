import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/**
 * A teacher's load over a school year, in academic hours, counted over all colleges; of it, hours paid by the hour
 * stay within a limit of their own, above which they would be a second job.
 */
export const teachingLoadRule = defineRule({
  room: 'programmes',
  id: 'TE-07',
  validFrom: '2015-01-01',
  validTo: null,
  source: 'domain §6 TE-07',
  trust: 'M',
  where: 'form+server',
  facts: z.object({
    terms: z.enum(['staff', 'hourly']),
    hours: z.number().int(),
    /** The load without the record being changed; what of it is in other colleges, and what is paid by the hour. */
    before: z.number().int(),
    elsewhere: z.number().int(),
    hourly: z.number().int(),
  }),
  settings: z.object({
    'programmes.loadLimitHours': z.number().int(),
    'programmes.hourlyLimitHours': z.number().int(),
  }),
  check({ terms, hours, before, elsewhere, hourly }, settings) {
    const over = (already: number, limit: number) =>
      already + hours > limit
        ? { total: already + hours, limit, left: Math.max(0, limit - already), elsewhere }
        : null;
    const byTheHour = terms === 'hourly' ? over(hourly, settings['programmes.hourlyLimitHours']) : null;
    if (byTheHour) return refused(byTheHour, 'academicHours', 'hourly');
    const whole = over(before, settings['programmes.loadLimitHours']);
    return whole ? refused(whole, 'academicHours', elsewhere > 0 ? 'elsewhere' : undefined) : ok;
  },
});
