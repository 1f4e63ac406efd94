// cyrillic: sources of rules are named in their own language
import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

const own = { room: 'hiring', validFrom: '2020-10-01', validTo: null } as const;

/** a student's data reach an employer only through a placement there or a valid consent. */
export const shownRule = defineRule({
  ...own,
  id: 'X-05',
  source: 'domain §11.1',
  trust: 'A',
  where: 'server',
  facts: z.object({ ground: z.enum(['placement', 'consent', 'pool']).nullable() }),
  check: ({ ground }) => (ground ? ok : refused({}, 'personId')),
});

/** An employment contract is made from an age; the first day of work is judged. */
export const ageRule = defineRule({
  ...own,
  id: 'HI-01',
  source: 'ТК РФ, ст. 63',
  trust: 'W',
  where: 'form+server',
  facts: z.object({ birthDate: z.string().nullable(), startsOn: z.string() }),
  settings: z.object({ 'hiring.leastAge': z.number().int() }),
  check({ birthDate, startsOn }, settings) {
    const least = settings['hiring.leastAge'];
    if (!birthDate) return ok;
    const from = `${Number(birthDate.slice(0, 4)) + least}${birthDate.slice(4)}`;
    return startsOn < from ? refused({ least, from }, 'startsOn') : ok;
  },
});

/** An offer has a day to answer by, not before it is made and not after the first day of work. */
export const answerDayRule = defineRule({
  ...own,
  id: 'HI-02',
  source: 'правило составителей',
  trust: 'A',
  where: 'form+server',
  facts: z.object({ madeOn: z.string(), answerUntil: z.string(), startsOn: z.string() }),
  check({ madeOn, answerUntil, startsOn }) {
    if (answerUntil < madeOn) return refused({ madeOn }, 'answerUntil', 'past');
    return answerUntil > startsOn ? refused({ startsOn }, 'answerUntil', 'afterStart') : ok;
  },
});
