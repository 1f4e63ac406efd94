import { z } from 'zod';
import { command } from '../use-case/contract.ts';

const token = z.string().max(200);
const gives = z.enum(['acknowledged', 'preliminary_consent', 'invitation', 'answer']);
const state = z.enum(['open', 'spent', 'killed', 'expired', 'locked']);

export const contract = {
  // a command, since an address with a query string would put the token into logs
  peek: command('/links/peek', {
    summary: 'What a one-time link is for; spends nothing',
    input: z.object({ token }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('unknown') }),
      z.object({
        state,
        titleKey: z.string(),
        titleParams: z.record(z.string(), z.string()),
        gives,
        page: z.string().nullable(),
        codeNeeded: z.boolean(),
        expiresAt: z.iso.datetime(),
      }),
    ]),
  }),
  spend: command('/links/spend', {
    summary: 'Confirm by a one-time link, once',
    input: z.object({ token, code: z.string().max(20).optional() }),
    output: z.union([
      z.object({ spent: z.literal(true), gives }),
      z.object({
        spent: z.literal(false),
        why: z.enum([
          'unknown',
          'spent',
          'killed',
          'expired',
          'locked',
          'codeNeeded',
          'wrongCode',
          'ownPage',
        ]),
        triesLeft: z.number().int().optional(),
      }),
    ]),
  }),
};
