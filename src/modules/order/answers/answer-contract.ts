import { z } from 'zod';
import { command, day, id, moment, query } from '../../../platform/use-case/contract.ts';

export const ANSWER_STATES = ['waiting', 'accepted', 'objected'] as const;
export const REPLIES = ['taken', 'declined'] as const;

const seats = z.number().int().min(0).max(500);

export const objectionRow = z.object({
  id,
  programmeId: id,
  code: z.string(),
  name: z.string(),
  base: z.number().int(),
  proposed: z.number().int(),
  seats: z.number().int(),
  reason: z.string(),
  verdict: z.enum(REPLIES).nullable(),
  reply: z.string().nullable(),
});

export const answerRow = z.object({
  id,
  collegeId: id,
  college: z.string(),
  state: z.enum(ANSWER_STATES),
  due: day,
  /** The day has passed and nothing was said. */
  silent: z.boolean(),
  /** Answered after the day. */
  late: z.boolean(),
  /** Of the college in the proposal, and last year. */
  seats: z.number().int(),
  lastYear: z.number().int(),
  answeredAt: moment.nullable(),
  answeredBy: z.string().nullable(),
  note: z.string().nullable(),
  objections: z.array(objectionRow),
});

export const answerContract = {
  listAnswers: query('/order/variants/{id}/answers', {
    input: z.object({ id }),
    output: z.object({
      /** Only a proposal is answered; afterwards the answers stand as they were. */
      open: z.boolean(),
      due: day.nullable(),
      counts: z.object({
        asked: z.number().int(),
        accepted: z.number().int(),
        objected: z.number().int(),
        waiting: z.number().int(),
        silent: z.number().int(),
        unanswered: z.number().int(),
      }),
      rows: z.array(answerRow),
    }),
    summary: 'What the colleges say to a proposal of the order, inside one’s scope; who is silent',
  }),
  answerProposal: command('/order/variants/{id}/answer', {
    input: z.object({
      id,
      /** Empty: the college accepts its seats as proposed. */
      objections: z
        .array(z.object({ programmeId: id, seats, reason: z.string().trim().min(5).max(500) }))
        .max(100)
        .default([]),
      note: z.string().trim().max(500).optional(),
    }),
    output: z.object({ id, state: z.enum(ANSWER_STATES) }),
    summary: 'A college accepts its seats, or objects with the number it can take and the reason',
  }),
  replyObjection: command('/order/objections/{id}/reply', {
    input: z.object({ id, verdict: z.enum(REPLIES), text: z.string().trim().min(5).max(500) }),
    output: z.object({ id }),
    summary: 'The ministry answers an objection: taken or declined, with the reason',
  }),
};
