import { z } from 'zod';
import { command, day, id, moment, query } from '../../../platform/use-case/contract.ts';
import { LODGING, TRANSPORT } from '../offers/schemas.ts';

const token = z.string().max(200);
const count = z.number().int().min(0);

/** Consent of legal representatives, a part of the room's contract. */
export const guardianEntries = {
  // the addresses are in the answer once and kept nowhere
  askGuardians: command('/practice/guardians/ask', {
    input: z.object({ ids: z.array(id).min(1).max(60), how: z.enum(['letter', 'sheet']) }),
    output: z.object({
      asked: count,
      links: z.array(z.object({ placementId: id, address: z.string() })),
    }),
    summary:
      'Asks legal representatives for consent by a letter with a one-time link, or by a sheet with a QR code',
    once: true,
  }),
  peekGuardian: query('/practice/guardians/peek', {
    input: z.object({ token }),
    output: z.object({
      state: z.enum(['open', 'spent', 'killed', 'expired', 'locked', 'unknown']),
      ask: z
        .object({
          college: z.string(),
          host: z.string(),
          offer: z.string(),
          works: z.string(),
          address: z.string(),
          lodging: z.enum(LODGING),
          transport: z.enum(TRANSPORT),
          from: day,
          to: day,
          minutesADay: count,
          away: z.boolean(),
          /** Consented before: now it can be taken back. */
          given: z.boolean(),
          byBirthday: z.boolean(),
          until: moment,
        })
        .nullable(),
    }),
    summary: 'What a legal representative is asked, without a word about whom; spends nothing',
  }).route({ method: 'POST' }),
  answerGuardian: command('/practice/guardians/answer', {
    input: z.object({
      token,
      code: z.string().max(20),
      answer: z.enum(['given', 'refused', 'withdrawn']),
    }),
    output: z.union([
      z.object({
        done: z.literal(true),
        answer: z.enum(['given', 'refused', 'withdrawn']),
        student: z.string(),
        /** Address by which a consent is taken back. */
        again: z.string().nullable(),
      }),
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
          'nothingToWithdraw',
        ]),
        triesLeft: count.optional(),
      }),
    ]),
    summary:
      'A legal representative consents, refuses or withdraws, by a one-time link and the child’s birthday',
    once: true,
  }),
};
