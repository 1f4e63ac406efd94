import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';
import { DE, DE20 } from './of-regime.ts';
import { pointsText } from './points.ts';

const kitFacts = z.object({ state: z.string(), code: z.string(), newer: z.boolean() });

/** Task and criteria come from the approved kit alone. */
export const approvedKitRule = defineRule({
  ...DE20,
  id: 'DE20-01',
  facts: kitFacts,
  check({ state, code, newer }) {
    if (state === 'approved') return ok;
    return newer ? refused({ code }, 'kitId', 'newer') : refused({ code }, 'kitId');
  },
});

/** The kit stands in the college's programme of attestation, and is itself in force. */
export const includedKitRule = defineRule({
  ...DE,
  id: 'DE-03',
  facts: kitFacts.extend({ included: z.boolean(), programme: z.boolean() }),
  check({ state, code, newer, included, programme }) {
    if (state !== 'approved')
      return newer ? refused({ code }, 'kitId', 'newer') : refused({ code }, 'kitId', 'state');
    if (!programme) return refused({ code }, 'kitId', 'noProgramme');
    return included ? ok : refused({ code }, 'kitId');
  },
});

/** The kit's maxima by level, and their sum. */
export const maximaRule = defineRule({
  ...DE,
  id: 'DE-25',
  facts: z.object({ level: z.string(), max: z.number().int(), sum: z.number().int() }),
  settings: z.object({ 'exams.kitMaxima': z.record(z.string(), z.number().int()) }),
  check({ level, max, sum }, settings) {
    if (sum !== max) return refused({ sum: pointsText(sum), max: pointsText(max) }, 'max');
    const expected = settings['exams.kitMaxima'][level];
    if (expected !== undefined && expected !== max)
      return refused({ level, max: pointsText(max), expected: pointsText(expected) }, 'max', 'level');
    return ok;
  },
});

/** A kit of championships with its 700 points is no kit of an exam. */
export const scaleRule = defineRule({
  ...DE20,
  id: 'DE20-12',
  facts: z.object({ max: z.number().int() }),
  check: ({ max }) => (max > 10_000 ? refused({ max: pointsText(max) }, 'max') : ok),
});
