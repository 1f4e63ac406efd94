import { z } from 'zod';
import { command, day, id, moment, query } from '../../../platform/use-case/contract.ts';

const token = z.string().max(200);
const count = z.number().int().min(0);

/** What is filled: competences and personal qualities, both, and a reference. */
export const appraisalFields = z.object({
  competences: z
    .array(
      z.object({
        code: z.string().trim().max(300),
        mastered: z.boolean(),
      }),
    )
    .max(60),
  qualities: z
    .array(z.object({ code: z.string().trim().max(60), mark: z.number().int().min(1).max(5) }))
    .max(30),
  reference: z.string().trim().max(4000),
});

const sheet = z.object({
  plan: z.string(),
  offer: z.string(),
  from: day,
  to: day,
  competences: z.array(z.string()),
  qualities: z.array(z.object({ code: z.string(), title: z.string() })),
});

/** Appraisal of trainees, a part of the room's contract. */
export const appraisalEntries = {
  getAppraisal: query('/practice/placements/{id}/appraisal', {
    input: z.object({ id }),
    output: z.object({
      sheet: sheet.extend({ student: z.string() }),
      filled: appraisalFields.extend({ at: moment }).nullable(),
    }),
    summary: 'The appraisal sheet of one trainee',
  }),
  fillAppraisal: command('/practice/placements/{id}/appraisal', {
    input: appraisalFields.extend({ id }),
    output: z.object({ id, positive: z.boolean() }),
    summary: 'The mentor fills the appraisal sheet and the reference',
  }),
  askAppraisals: command('/practice/appraisals/ask', {
    input: z.object({ ids: z.array(id).min(1).max(60) }),
    output: z.object({
      asked: count,
      /** To be told by another channel than the letter. */
      codes: z.array(z.object({ placementId: id, mentor: z.string(), code: z.string() })),
    }),
    summary: 'Asks mentors without an account for the appraisal by a one-time link',
    once: true,
  }),
  peekAppraisal: query('/practice/appraisals/peek', {
    input: z.object({ token }),
    output: z.object({
      state: z.enum(['open', 'spent', 'killed', 'expired', 'locked', 'unknown']),
      sheet: sheet.nullable(),
    }),
    summary: 'The appraisal sheet behind a one-time link, without the name; spends nothing',
  }).route({ method: 'POST' }),
  sendAppraisal: command('/practice/appraisals/send', {
    input: appraisalFields.extend({ token, code: z.string().max(20) }),
    output: z.union([
      z.object({ done: z.literal(true), student: z.string(), positive: z.boolean() }),
      z.object({
        done: z.literal(false),
        why: z.enum([
          'unknown',
          'spent',
          'killed',
          'expired',
          'locked',
          'codeNeeded',
          'wrongCode',
          'tooLate',
        ]),
        triesLeft: count.optional(),
      }),
    ]),
    summary: 'The mentor fills the appraisal sheet by a one-time link',
  }),
  appraisalShare: query('/practice/appraisals/share', {
    input: z.object({}),
    output: z.object({
      asked: count,
      answered: count,
      /** Answered before or on the last day of the practice. */
      inTime: count,
      since: day,
    }),
    summary: 'How many of the asked mentors have appraised their trainees, and in time',
  }),
};
