import { z } from 'zod';
import { id } from '../../../platform/use-case/contract.ts';

export const FUNDINGS = ['quota', 'target', 'paid'] as const;
export const FORMS = ['full-time', 'part-time', 'distance'] as const;
export const MODULE_KINDS = [
  'general',
  'vocational',
  'professional',
  'training-practice',
  'work-practice',
  'pre-diploma-practice',
  'attestation',
] as const;
export const STATUSES = ['studying', 'leave', 'expelled', 'transferred', 'graduated'] as const;
/** How hours are taught: on the staff, or paid by the hour within a limit of their own. */
export const TEACHING_TERMS = ['staff', 'hourly'] as const;
export const IMPORT_KINDS = ['contingent', 'curriculum', 'admission'] as const;
/** The largest file an import takes, in bytes: as base64 it fits into one request. */
export const IMPORT_BYTES = 6_000_000;

export const text = (max: number) => z.string().trim().min(1).max(max);
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
export const count = z.number().int().min(0);
export const year = z.number().int().min(2000).max(2060);
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? null);
export const funding = z.enum(FUNDINGS);
export const organisation = z.object({ organisationId: id.optional() });

/** A module of a plan as it is read. */
export const module = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  academicHours: count,
  practiceHours: count,
  competences: z.array(z.string()),
});
