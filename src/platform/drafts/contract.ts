import { z } from 'zod';
import { command, moment, nothing, query } from '../use-case/contract.ts';

/** Which form, and about which thing: a new record has the empty subject. */
const key = z.object({
  form: z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/),
  subject: z.string().max(80).default(''),
});

const draft = z.object({
  version: z.number().int().positive(),
  content: z.record(z.string(), z.unknown()),
  savedAt: moment,
});

export const contract = {
  getDraft: query('/drafts/{form}', {
    summary: 'What I began to write in this form and have not sent',
    input: key,
    output: z.object({ draft: draft.nullable() }),
  }),
  listDrafts: query('/drafts', {
    summary: 'All my unfinished forms',
    input: nothing,
    output: z.object({ rows: z.array(key.extend({ savedAt: moment })) }),
  }),
  saveDraft: command('/drafts/{form}', {
    summary: 'Keep what is written so far; refused when another tab has saved a newer version',
    input: key.extend({
      content: draft.shape.content,
      /** The version this tab began with; null when it began with an empty form. */
      version: z.number().int().positive().nullable(),
    }),
    output: z.object({ version: z.number().int(), savedAt: moment }),
  }),
  discardDraft: command('/drafts/{form}/discard', {
    summary: 'Throw the draft away',
    input: key,
    output: nothing,
  }),
};
