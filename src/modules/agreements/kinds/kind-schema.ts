import { z } from 'zod';

export const agreementField = z.object({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: z.string().min(1),
  type: z.enum(['text', 'number', 'date']),
  required: z.boolean(),
});
export const agreementKind = z.object({
  code: z.string().regex(/^[a-z_]+$/),
  title: z.string().min(1),
  minParties: z.number().int().min(2),
  /** Kinds of organisation of which each must be among the parties. */
  needs: z.array(z.string()),
  fields: z.array(agreementField),
});
export type AgreementKind = z.output<typeof agreementKind>;
