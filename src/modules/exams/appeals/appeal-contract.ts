import { z } from 'zod';
import { command, day, id, listOf, moment, query } from '../../../platform/use-case/contract.ts';
import { count, text } from '../kits/schemas.ts';
import { appealStates } from '../states.ts';

const which = z.object({ id });
const KINDS = ['procedure', 'result'] as const;
const criterion = z.object({ code: z.string(), title: z.string(), points: count, max: count });

export const appealRow = z.object({
  id,
  kind: z.enum(KINDS),
  text: z.string(),
  filedAt: moment,
  filedOn: day,
  dueOn: day,
  state: z.enum(appealStates.states),
  decidedOn: day.nullable(),
  decision: z.string().nullable(),
  number: z.string().nullable(),
  examineeId: id,
  sessionId: id,
  session: z.string(),
  day,
  name: z.string(),
  programme: z.string(),
  points: count.nullable(),
  max: count.nullable(),
  grade: count.nullable(),
  criteria: z.array(criterion),
});

export const myExam = z.object({
  examineeId: id,
  sessionId: id,
  session: z.string(),
  day,
  startsAt: count,
  checkOn: day,
  state: z.string(),
  programme: z.string(),
  level: z.string(),
  kitCode: z.string(),
  centre: z.string(),
  address: z.string(),
  workplace: count.nullable(),
  present: z.boolean().nullable(),
  points: count.nullable(),
  max: count.nullable(),
  grade: count.nullable(),
  annulled: z.boolean(),
  criteria: z.array(criterion),
  /** From which points each grade begins, by the college's table. */
  bounds: z.array(z.object({ grade: count, from: count })),
  resultsOn: day.nullable(),
  /** Until when an appeal may be filed; null: not now. */
  appeal: z.object({ procedureOn: day.nullable(), resultUntil: day.nullable() }),
  appeals: z.array(
    z.object({ id, kind: z.enum(KINDS), state: z.string(), dueOn: day, decision: z.string().nullable() }),
  ),
  card: z.object({ number: z.string(), token: z.string(), public: z.boolean() }).nullable(),
  passport: z.object({ number: z.string().nullable(), link: z.string().nullable() }).nullable(),
});

export const appealContract = {
  myExams: query('/exams/mine', {
    input: z.object({}),
    output: z.object({ rows: z.array(myExam), today: day, consent: z.boolean() }),
    summary: 'The student’s own exams: when, where, result, appeal',
  }),
  fileAppeal: command('/exams/appeals', {
    input: z.object({
      examineeId: id,
      kind: z.enum(KINDS),
      text: text(3000),
      leftSite: z.boolean().default(false),
    }),
    output: z.object({ id, dueOn: day }),
    summary: 'Files an appeal: on procedure the same day, on the result until the next working day',
  }),
  withdrawAppeal: command('/exams/appeals/{id}/withdraw', {
    input: which,
    output: which,
    summary: 'Takes the own appeal back before it is decided',
  }),
  listAppeals: query('/exams/appeals', {
    input: z.object({ state: z.enum(appealStates.states).optional() }),
    output: listOf(appealRow),
    summary: 'Appeals of the college, the nearest day first',
  }),
  decideAppeal: command('/exams/appeals/{id}/decide', {
    input: which.extend({
      decision: z.enum(['reject', 'annul', 'keep', 'change']),
      number: text(60),
      words: text(2000),
      criteria: z
        .array(z.object({ code: text(20), points: count }))
        .max(60)
        .default([]),
    }),
    output: z.object({ id, state: z.enum(appealStates.states), grade: count.nullable() }),
    summary: 'The commission decides: procedure annuls or rejects, the result is kept or changed',
  }),
};
