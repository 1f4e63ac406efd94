import { z } from 'zod';
import { defineRule, ok, refused } from '../../rules/pure.ts';

export const simpleSignatureRule = defineRule({
  room: 'signing',
  id: 'simple-signature',
  validFrom: '2011-04-08',
  validTo: null,
  source: '63-FZ, art. 6, 9',
  trust: 'M+',
  where: 'server',
  facts: z.object({ agreementId: z.string().nullable(), byLink: z.boolean() }),
  check({ agreementId, byLink }) {
    if (agreementId !== null) return ok;
    return byLink ? refused({}, undefined, 'linkAlone') : refused();
  },
});
