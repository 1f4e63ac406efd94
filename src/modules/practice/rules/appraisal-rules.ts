import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/** An appraisal sheet has two groups of items, professional and personal, and both are filled whole. */
export const appraisalRule = defineRule({
  room: 'practice',
  id: 'M-37',
  validFrom: '2020-09-22',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({
    competences: z.object({ asked: z.number().int(), filled: z.number().int() }),
    qualities: z.object({ asked: z.number().int(), filled: z.number().int() }),
  }),
  check({ competences, qualities }) {
    if (competences.filled < Math.max(1, competences.asked))
      return refused(
        { left: Math.max(1, competences.asked) - competences.filled },
        'competences',
        'competences',
      );
    if (qualities.filled < Math.max(1, qualities.asked))
      return refused({ left: Math.max(1, qualities.asked) - qualities.filled }, 'qualities', 'qualities');
    return ok;
  },
});
