import { z } from 'zod';
import { command, day, id, listOf, query } from '../../../platform/use-case/contract.ts';
import { count, text } from '../kits/schemas.ts';

export const GROUNDS = ['annulled', 'valid', 'unexcused', 'failed'] as const;

export const repeatRow = z.object({
  examineeId: id,
  studentId: id,
  name: z.string(),
  group: z.string(),
  organisationId: id,
  college: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  exam: z.string(),
  day,
  why: z.enum(GROUNDS),
  /** Since when the term runs: the application, or the day of the exam. */
  since: day,
  /** The first and the last day it may be; null: no bound. */
  first: day.nullable(),
  last: day.nullable(),
  /** How often this person has sat, and whether nothing is left. */
  attempts: count,
  over: z.boolean(),
});

export const repeatContract = {
  listRepeats: query('/exams/repeats', {
    input: z.object({ programmeCode: z.string().max(8).optional() }),
    output: listOf(repeatRow),
    summary: 'Who may come to the exam again, on what ground, from and until which day',
  }),
  noteAbsence: command('/exams/examinees/{id}/absence', {
    input: z.object({
      id,
      absence: z.enum(['valid', 'unexcused']),
      /** The day of the application: the term of the additional date runs from it. */
      on: day,
      paper: text(200),
    }),
    output: z.object({ id }),
    summary: 'Notes that an absence had a valid reason, by the graduate’s application',
  }),
};
