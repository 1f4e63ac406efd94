import { z } from 'zod';
import { day, id, listOf, moment, page, query } from '../use-case/contract.ts';

const head = z.object({
  number: z.number().int(),
  at: moment.nullable(),
  entries: z.number().int(),
  root: z.string().nullable(),
  head: z.string(),
});

const entry = z.object({
  id: z.number().int(),
  at: moment,
  act: z.enum(['change', 'read', 'export', 'act']),
  useCase: z.string(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  role: z.string(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  onBehalfOf: id.nullable(),
  ground: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  before: z.unknown(),
  after: z.unknown(),
  erased: z.boolean(),
  seal: z.number().int().nullable(),
});

export const contract = {
  head: query('/history/head', {
    summary: 'Head of the sealed history: the newest, or the one after a seal with a given number',
    input: z.object({ number: z.number().int().min(1).optional() }),
    output: head,
  }),
  listEntries: query('/history/entries', {
    summary: 'Entries of the history: of one thing, of one person, of a role, since a day',
    input: page.extend({
      kind: z.string().max(200).optional(),
      id: z.string().max(200).optional(),
      personId: id.optional(),
      role: z.string().max(100).optional(),
      act: z.enum(['change', 'read', 'export', 'act']).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    output: listOf(entry),
  }),
};
