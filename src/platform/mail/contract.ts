import { z } from 'zod';
import { id, listOf, moment, page, query } from '../use-case/contract.ts';

const entry = z.object({
  id,
  template: z.string(),
  state: z.enum(['waiting', 'sent', 'shown', 'failed']),
  attempts: z.number().int(),
  errorKey: z.string().nullable(),
  errorCode: z.string().nullable(),
  createdAt: moment,
  sentAt: moment.nullable(),
});

export const contract = {
  listMail: query('/mail', {
    summary: 'The log of messages: what was sent, when, and whether it went',
    input: page.extend({ state: entry.shape.state.optional() }),
    output: listOf(entry),
  }),
  listDemoMail: query('/demo/mail', {
    summary: 'Messages of a demo region without a mail server, newest first',
    input: page,
    output: listOf(
      z.object({
        id,
        template: z.string(),
        to: z.string(),
        subject: z.string(),
        body: z.string(),
        at: moment,
      }),
    ),
  }),
};
