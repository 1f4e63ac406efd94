import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/** More than the body's share of its members must be there. */
export const quorumRule = defineRule({
  room: 'bodies',
  id: 'quorum',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({ members: z.number().int(), present: z.number().int(), percent: z.number() }),
  check({ members, present, percent }) {
    if (members === 0) return refused({}, 'present', 'nobody');
    const need = Math.floor((members * percent) / 100) + 1;
    return present >= need ? ok : refused({ members, present, need }, 'present');
  },
});
