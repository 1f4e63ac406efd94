import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';
import { DE, DE20, OWN } from './of-regime.ts';
import { pointsText, spreadOf } from './points.ts';

/** One mark: within its aspect. */
export const markRule = defineRule({
  ...OWN,
  id: 'EX-04',
  facts: z.object({
    kind: z.enum(['measurement', 'judgement']),
    how: z.enum(['whole', 'steps', 'scale']),
    max: z.number().int(),
    value: z.number().int(),
    code: z.string(),
  }),
  check({ kind, how, max, value, code }) {
    if (kind === 'judgement')
      return value >= 0 && value <= 3 ? ok : refused({ code, value }, 'value', 'scale');
    if (value > max) return refused({ code, value: pointsText(value), max: pointsText(max) }, 'value');
    return how === 'whole' && value !== 0 && value !== max
      ? refused({ code, max: pointsText(max) }, 'value', 'whole')
      : ok;
  },
});

const aspectFacts = z.object({
  code: z.string(),
  place: z.string(),
  values: z.array(z.number().int()),
  spread: z.number().int(),
});

/** Judges who differ by more than the kit allows talk it over and score anew. */
export const spreadRule = defineRule({
  ...DE20,
  id: 'DE20-09',
  validTo: null,
  facts: aspectFacts,
  check({ code, place, values, spread }) {
    const found = spreadOf(values);
    return found > spread ? refused({ code, place, spread: found, values: values.join(', ') }, 'marks') : ok;
  },
});

/** What is measured is one number: experts who wrote different ones measure again. */
export const sameMeasureRule = defineRule({
  ...OWN,
  id: 'EX-05',
  facts: aspectFacts.omit({ spread: true }),
  check({ code, place, values }) {
    return new Set(values).size > 1
      ? refused({ code, place, values: values.map(pointsText).join('; ') }, 'marks')
      : ok;
  },
});

/** Every aspect of everybody present has its marks. */
export const completeRule = defineRule({
  ...OWN,
  id: 'EX-06',
  facts: z.object({
    missing: z.array(z.object({ place: z.string(), code: z.string() })),
    /** Workplaces that an expert of the panel has not signed. */
    unsigned: z.array(z.object({ place: z.string(), name: z.string() })).default([]),
  }),
  check({ missing, unsigned: [one] }) {
    // imported or typed: there are no aspects, the whole result of a workplace lacks
    if (missing[0]?.code === '') return refused({ place: missing[0].place }, 'marks', 'noResult');
    if (missing[0])
      return refused({ count: missing.length, place: missing[0].place, code: missing[0].code }, 'marks');
    return one ? refused({ place: one.place, name: one.name }, 'marks', 'unsigned') : ok;
  },
});

/** Marks go by criterion, sub-criterion and aspect; their sum is within the kit's maximum. */
export const sumRule = defineRule({
  ...DE20,
  id: 'DE20-08',
  validTo: null,
  facts: z.object({ points: z.number().int(), max: z.number().int() }),
  check: ({ points, max }) =>
    points > max ? refused({ points: pointsText(points), max: pointsText(max) }, 'points') : ok,
});

/** Signed marks stay; what was wrong is put right by a new record with its ground. */
export const signedMarkRule = defineRule({
  ...OWN,
  id: 'X-08',
  facts: z.object({ signed: z.boolean(), locked: z.boolean() }),
  check({ signed, locked }) {
    if (locked) return refused({}, 'marks', 'locked');
    return signed ? refused({}, 'marks') : ok;
  },
});

/** The protocol is signed by each expert and approved by the chief expert. */
export const signedRule = defineRule({
  ...DE,
  id: 'DE-17',
  validFrom: '2019-01-31',
  facts: z.object({ missing: z.array(z.string()), chief: z.boolean(), max: z.number().int() }),
  check({ missing: [one], chief, max }) {
    if (max > 10_000) return refused({ max: pointsText(max) }, 'max', 'scale');
    if (one) return refused({ name: one }, 'signatures');
    return chief ? ok : refused({}, 'signatures', 'chief');
  },
});

/** Two persons typed the paper protocol and it came out the same. */
export const twiceTypedRule = defineRule({
  ...OWN,
  id: 'EX-07',
  facts: z.object({ typed: z.number().int(), samePerson: z.boolean(), differences: z.number().int() }),
  check({ typed, samePerson, differences }) {
    if (samePerson) return refused({}, 'entry', 'samePerson');
    if (typed < 2) return refused({}, 'entry');
    return differences > 0 ? refused({ count: differences }, 'entry', 'differs') : ok;
  },
});

/** Results on the federal platform find their way into the skills passport: a reminder, never a stop. */
export const passportRule = defineRule({
  ...DE20,
  id: 'DE20-10',
  facts: z.object({ without: z.number().int(), today: z.string() }),
  check: ({ without, today }) =>
    without > 0 ? { is: 'conditional', until: today, params: { count: without } } : ok,
});
