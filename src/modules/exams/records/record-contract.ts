import { z } from 'zod';
import { day, id, moment, query } from '../../../platform/use-case/contract.ts';
import { count } from '../kits/schemas.ts';
import { SESSION_STATES } from '../sessions/schemas.ts';

const criterion = z.object({ code: z.string(), title: z.string(), points: count, max: count });

/** Everything that was ever written down of one examinee's result; the last of each kind stands. */
export const examineeRecords = z.object({
  id,
  name: z.string(),
  group: z.string(),
  workplace: count.nullable(),
  present: z.boolean().nullable(),
  results: z.array(
    z.object({
      id,
      points: count,
      max: count,
      criteria: z.array(criterion),
      source: z.enum(['here', 'federal', 'paper', 'correction']),
      ground: z.string().nullable(),
      by: z.string().nullable(),
      at: moment,
      hash: z.string(),
    }),
  ),
  grades: z.array(
    z.object({
      id,
      grade: count,
      ground: z.enum(['exam', 'appeal', 'championship']),
      words: z.string().nullable(),
      by: z.string().nullable(),
      on: day,
      hash: z.string(),
    }),
  ),
  annulled: z.string().nullable(),
  passport: z.object({ number: z.string().nullable(), link: z.string().nullable() }).nullable(),
});

export const recordContract = {
  listRecords: query('/exams/sessions/{id}/records', {
    input: z.object({ id }),
    output: z.object({
      id,
      code: z.string(),
      day,
      programme: z.string(),
      regime: z.enum(['WSR_2020', 'ORDER_800']),
      state: z.enum(SESSION_STATES),
      rows: z.array(examineeRecords),
    }),
    summary: 'Results and grades of an exam with every correction, its ground, author and fingerprint',
  }),
};
