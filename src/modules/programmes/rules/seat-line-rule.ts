import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/** An enrolment names a seat line of its own programme and intake, with a seat left on it. */
export const seatLineRule = defineRule({
  room: 'programmes',
  id: 'PG-04',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({
    sameProgramme: z.boolean(),
    sameYear: z.boolean(),
    lineFunding: z.string(),
    funding: z.string(),
    seats: z.number().int(),
    taken: z.number().int(),
  }),
  check({ sameProgramme, sameYear, lineFunding, funding, seats, taken }) {
    if (!sameProgramme) return refused({}, 'seatLineId', 'programme');
    if (!sameYear) return refused({}, 'seatLineId', 'year');
    // a target contract is fulfilled on a seat of the quota
    const fits = lineFunding === funding || (funding === 'target' && lineFunding === 'quota');
    if (!fits) return refused({}, 'funding', 'funding');
    return taken >= seats ? refused({ seats }, 'seatLineId', 'full') : ok;
  },
});
