import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/** A teacher's load over a school year, in academic hours, counted over all colleges. */
export const teachingLoadRule = defineRule({
  room: 'programmes',
  id: 'TE-07',
  validFrom: '2015-01-01',
  validTo: null,
  source: 'domain §6 TE-07',
  trust: 'M',
  where: 'form+server',
  facts: z.object({ before: z.number().int(), hours: z.number().int(), elsewhere: z.number().int() }),
  settings: z.object({ 'programmes.loadLimitHours': z.number().int() }),
  check({ before, hours, elsewhere }, settings) {
    const limit = settings['programmes.loadLimitHours'];
    const total = before + hours;
    if (total <= limit) return ok;
    const params = { total, limit, left: Math.max(0, limit - before), elsewhere };
    return refused(params, 'academicHours', elsewhere > 0 ? 'elsewhere' : undefined);
  },
});
