import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { count, text } from '../kits/schemas.ts';
import { SESSION_STATES } from '../sessions/schemas.ts';

const which = z.object({ id });
const file = z.object({ name: z.string(), type: z.string(), base64: z.string() });

export const resultContract = {
  signProtocol: command('/exams/sessions/{id}/protocol/sign', {
    input: which.extend({
      kind: z.enum(['simple', 'paper']),
      /** Whose signature on the printed protocol is noted; absent: the own one. */
      personId: id.optional(),
    }),
    output: z.object({ id, state: z.enum(SESSION_STATES), left: z.array(z.string()) }),
    summary: 'Signs the protocol: each expert, the chief expert last, who thereby approves it',
  }),
  printProtocol: query('/exams/sessions/{id}/protocol/{format}', {
    input: which.extend({ format: z.enum(['pdf', 'docx']) }),
    output: file,
    summary: 'The protocol as a file',
  }),
  setGrades: command('/exams/sessions/{id}/grades', {
    input: which,
    output: z.object({ id, graded: count, announcedOn: day }),
    summary: 'The board turns points into grades by the college’s table and tells them',
  }),
  correctResult: command('/exams/examinees/{id}/correct', {
    input: which.extend({
      criteria: z
        .array(z.object({ code: text(20), points: count }))
        .min(1)
        .max(60),
      ground: text(500),
    }),
    output: z.object({ id, points: count, grade: count.nullable() }),
    summary: 'Puts signed points right by a new record with its ground',
  }),
  creditChampion: command('/exams/examinees/{id}/champion', {
    input: which.extend({
      championship: text(300),
      place: z.number().int().min(1).max(100),
      listed: z.boolean(),
      applied: z.boolean(),
      matches: z.boolean(),
      debts: z.boolean(),
    }),
    output: which,
    summary: 'Credits a winner or prize-winner of a championship with the top grade',
  }),
  previewScheme: query('/exams/schemes/preview', {
    input: z.object({
      three: z.coerce.number().int(),
      four: z.coerce.number().int(),
      five: z.coerce.number().int(),
      max: z.coerce.number().int().min(1),
    }),
    output: z.object({ rows: z.array(z.object({ grade: count, from: count, to: count })) }),
    summary: 'From which points each grade begins under a table of grades',
  }),
};
