import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/** Sums of weights are compared in millionths, so that .6 + .3 + .1 is one. */
const millionths = (weight: number) => Math.round(weight * 1e6);

/** One code cannot be taken further more than whole: what is left under one stays «не сопоставлено». */
export const crosswalkWeightRule = defineRule({
  room: 'classifiers',
  id: 'crosswalk-weight',
  validFrom: '2020-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({ weight: z.number(), others: z.number() }),
  check({ weight, others }) {
    const left = 1e6 - millionths(others);
    return millionths(weight) <= left
      ? ok
      : refused({ weight, others, left: Math.max(left, 0) / 1e6 }, 'weight');
  },
});
