import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { count } from '../kits/schemas.ts';

const which = z.object({ id });
const token = z.string().regex(/^[\w-]{16,40}$/);

export const cardContent = z.object({
  number: z.string(),
  fullName: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  level: z.string(),
  kit: z.string(),
  college: z.string(),
  centre: z.string(),
  exam: z.string(),
  day,
  points: count.nullable(),
  max: count.nullable(),
  criteria: z.array(z.object({ code: z.string(), title: z.string(), points: count, max: count })),
  grade: count,
  ground: z.string(),
  protocol: z.string().nullable(),
  protocolHash: z.string().nullable(),
  demo: z.boolean(),
});
export type CardContent = z.output<typeof cardContent>;

export const cardContract = {
  issueCards: command('/exams/sessions/{id}/cards', {
    input: which,
    output: z.object({ id, issued: count, there: count }),
    summary: 'Issues the result cards of an exam that was graded',
  }),
  printCard: query('/exams/cards/{examineeId}/{format}', {
    input: z.object({
      examineeId: id,
      format: z.enum(['pdf', 'docx']),
      /** The portal's own address, for the QR code. */
      origin: z.url({ protocol: /^https?$/ }).max(200),
    }),
    output: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    summary: 'The result card as a file, with the QR code of its public page where there is consent',
  }),
  exportCard: query('/exams/cards/{examineeId}/export', {
    input: z.object({ examineeId: id }),
    output: z.object({
      card: cardContent,
      hash: z.string(),
      signature: z.string(),
      publicKey: z.string(),
      algorithm: z.literal('Ed25519'),
    }),
    summary: 'The result card as signed JSON',
  }),
  checkCard: query('/exams/card-check/{token}', {
    input: z.object({ token, surname: z.string().max(100).optional() }),
    output: z.object({
      /** `replaced`: a later grade stands. */
      status: z.enum(['authentic', 'replaced', 'annulled', 'changed']),
      number: z.string(),
      initials: z.string(),
      programme: z.string(),
      level: z.string(),
      grade: count,
      day,
      /** Only after the surname was typed as it is. */
      fullName: z.string().nullable(),
      surname: z.enum(['notAsked', 'right', 'wrong']),
      passport: z.object({ number: z.string().nullable(), link: z.string().nullable() }).nullable(),
    }),
    summary: 'A result card checked by a stranger: initials, specialty, level, grade, date, authentic or not',
  }),
  notePassport: command('/exams/examinees/{id}/passport', {
    input: which.extend({
      number: z.string().trim().max(100).nullable().default(null),
      link: z
        .url({ protocol: /^https$/ })
        .max(500)
        .nullable()
        .default(null),
      fileHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable()
        .default(null),
    }),
    output: which,
    summary: 'Notes the federal skills passport beside the region’s card',
  }),
};
