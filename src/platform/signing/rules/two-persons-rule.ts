import { z } from 'zod';
import { defineRule, ok, refused } from '../../rules/pure.ts';

export const twoPersonsRule = defineRule({
  room: 'signing',
  id: 'two-persons',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({
    byPerson: z.boolean(),
    actorId: z.string().nullable(),
    preparedBy: z.string().nullable(),
    preparerName: z.string(),
  }),
  check({ byPerson, actorId, preparedBy, preparerName }) {
    if (!byPerson || actorId === null) return refused({}, undefined, 'notAPerson');
    // when it is not known who prepared, nothing proves that two persons were at work
    if (preparedBy === null) return refused({}, undefined, 'preparerUnknown');
    if (actorId !== preparedBy) return ok;
    return preparerName ? refused({ name: preparerName }, undefined, 'named') : refused();
  },
});
