import { z } from 'zod';
import { defineRule, ok, refused } from '../../rules/pure.ts';

export const authorityRule = defineRule({
  room: 'signing',
  id: 'signer-authority',
  validFrom: '1995-01-01',
  validTo: null,
  source: 'GK RF, art. 53, 182, 185',
  trust: 'M+',
  where: 'form+server',
  facts: z.object({ basis: z.string(), until: z.iso.date().nullable() }),
  check({ basis, until }, _, day) {
    if (!basis.trim()) return refused({}, 'authority');
    return until !== null && until < day ? refused({ until, day }, 'authority', 'ended') : ok;
  },
});
