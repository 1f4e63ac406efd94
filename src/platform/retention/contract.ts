import { z } from 'zod';
import { command, day, id, listOf, moment, nothing, page, query } from '../use-case/contract.ts';

const field = z.object({
  labelKey: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  as: z.enum(['day', 'moment', 'messageKey']).optional(),
});

const record = z.object({
  id: z.string(),
  fields: z.array(field),
  until: day.nullish(),
  canWithdraw: z.boolean().optional(),
});

const section = z.object({
  id: z.string(),
  titleKey: z.string(),
  basis: z.enum(['law', 'contract', 'consent']),
  basisKey: z.string(),
  purposeKey: z.string(),
  records: z.array(record),
});

const look = z.object({
  id: z.number().int(),
  at: moment,
  act: z.enum(['read', 'export']),
  what: z.string(),
  role: z.string(),
  organisation: z.string().nullable(),
  mine: z.boolean(),
});

const kind = z.enum(['explain', 'correct', 'erase', 'stop']);
const decision = z.enum(['done', 'refused']);

const request = z.object({
  id,
  kind,
  section: z.string().nullable(),
  words: z.string(),
  at: moment,
  answerBy: day,
  answer: z.string().nullable(),
  decision: decision.nullable(),
  answeredAt: moment.nullable(),
});

export const contract = {
  myData: query('/my-data', {
    summary: 'What is held about the signed-in person, on what ground and for what',
    input: nothing,
    output: z.object({ sections: z.array(section) }),
  }),
  listLooks: query('/my-data/looks', {
    summary: 'Who looked at the signed-in person’s data or took them out, newest first',
    input: page,
    output: listOf(look),
  }),
  exportMyData: query('/my-data/copy', {
    summary: 'A copy of all that is held about the signed-in person',
    input: nothing,
    output: z.object({
      format: z.literal('rostok-my-data/1'),
      personId: id,
      at: moment,
      sections: z.array(section),
      looks: z.array(look),
      requests: z.array(request),
    }),
  }),
  withdrawRecord: command('/my-data/withdraw', {
    summary: 'Withdraw one record, such as a consent; works at once',
    input: z.object({
      section: z.string(),
      id: z.string(),
      reason: z.string().trim().max(1000).nullable().default(null),
    }),
    output: nothing,
  }),
  sendRequest: command('/my-data/requests/send', {
    summary: 'Ask for an explanation, a correction, erasure, or an end of processing',
    input: z.object({
      kind,
      section: z.string().max(200).nullable().default(null),
      words: z.string().trim().min(5).max(4000),
    }),
    output: z.object({ id, answerBy: day }),
  }),
  listMyRequests: query('/my-data/requests', {
    summary: 'The signed-in person’s own requests and the answers',
    input: nothing,
    output: z.object({ rows: z.array(request) }),
  }),
  listRequests: query('/data-requests', {
    summary: 'Requests of persons about their data, the most urgent first',
    input: page.extend({ open: z.boolean().default(true) }),
    output: listOf(request.extend({ personId: id, personName: z.string().nullable(), late: z.boolean() })),
  }),
  answerRequest: command('/data-requests/answer', {
    summary: 'Answer a request of a person about their data',
    input: z.object({ id, decision, answer: z.string().trim().min(5).max(4000) }),
    output: nothing,
  }),
  listDuties: query('/retention', {
    summary: 'How long each kind of record is kept, and what the last runs erased',
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          titleKey: z.string(),
          after: z.string(),
          basis: z.string(),
          last: z
            .object({
              at: moment,
              before: day.nullable(),
              erased: z.number().int(),
              fault: z.string().nullable(),
            })
            .nullable(),
          erasedInYear: z.number().int(),
        }),
      ),
    }),
  }),
};
