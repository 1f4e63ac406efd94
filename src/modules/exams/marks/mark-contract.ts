import { z } from 'zod';
import { command, id, moment, query } from '../../../platform/use-case/contract.ts';
import { count, text } from '../kits/schemas.ts';
import { markAnswer, markSheet, newMark } from './schemas.ts';

const which = z.object({ id });
const points = z.number().int().min(0).max(100_000);

export const markContract = {
  getMarkSheet: query('/exams/sessions/{id}/marks', {
    input: which,
    output: markSheet,
    summary: 'The sheet of marks by workplace and aspect, whole enough to work on without network',
  }),
  sendMarks: command('/exams/sessions/{id}/marks', {
    input: which.extend({ marks: z.array(newMark).min(1).max(500) }),
    output: z.object({ answers: z.array(markAnswer), now: moment }),
    summary:
      'Takes marks of a tablet, each by itself: what is refused is told, what is known is not taken twice',
  }),
  signPlace: command('/exams/sessions/{id}/places/sign', {
    input: which.extend({ examineeId: id }),
    output: z.object({ id, digest: z.string() }),
    summary: 'The expert closes the own marks of one workplace',
  }),
  typePaper: command('/exams/sessions/{id}/paper', {
    input: which.extend({
      lines: z
        .array(
          z.object({
            examineeId: id,
            criteria: z
              .array(z.object({ code: text(20), points }))
              .min(1)
              .max(60),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: z.object({
      typed: count,
      differences: z.array(
        z.object({ examineeId: id, code: z.string(), first: count.nullable(), second: count.nullable() }),
      ),
    }),
    summary: 'Types a paper protocol; two persons type it, and the portal compares',
  }),
  getPaper: query('/exams/sessions/{id}/paper', {
    input: which,
    output: z.object({
      criteria: z.array(z.object({ code: z.string(), title: z.string(), max: count })),
      places: z.array(z.object({ examineeId: id, workplace: count.nullable(), name: z.string() })),
      code: z.string(),
      /** Whether it can be typed now. */
      open: z.boolean(),
      typed: count,
      /** What this person typed; the other's typing is not shown before both are there. */
      own: z.array(z.object({ examineeId: id, code: z.string(), points: count })),
      differences: z.array(
        z.object({ examineeId: id, code: z.string(), first: count.nullable(), second: count.nullable() }),
      ),
    }),
    summary: 'The form for typing a paper protocol',
  }),
};
