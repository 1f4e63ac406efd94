import { z } from 'zod';
import { type AnswerSchema, day, id } from '../../platform/use-case/contract.ts';
import { invitationStates, offerStates } from './states.ts';

export const WHATS = [
  'employed',
  'entrepreneur',
  'self_employed',
  'army',
  'further_study',
  'parental_leave',
  'at_risk',
  'registered_unemployed',
  'other',
  'undecided',
] as const;
export const WAYS = ['session', 'practice', 'fit', 'pool'] as const;
export const GROUNDS = ['placement', 'consent', 'pool'] as const;
export const MONTHS = [3, 6, 12] as const;

export const text = (max: number) => z.string().trim().min(1).max(max);
export const count = z.number().int().min(0);
export const code = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, 'hiring:error.code');
export const optionalId = id.nullish().transform((value) => value ?? null);
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

/** Points of an exam in hundredths. */
const result = z.object({
  sessionId: id,
  on: day,
  points: count.nullable(),
  max: count.nullable(),
  grade: z.number().int().nullable(),
});

/** A student as an employer may see one: no contacts, no birth date, nothing of health or family. */
export const shownStudent = z.object({
  personId: id,
  studentId: id,
  name: z.string(),
  college: z.string(),
  programmeCode: z.string(),
  programme: z.string(),
  graduationYear: z.number().int(),
  ground: z.enum(GROUNDS),
  result: result.nullable(),
  /** Stands in the own list already. */
  candidateId: id.nullable(),
});

export const candidateRow = shownStudent.extend({
  id,
  way: z.enum(WAYS),
  note: z.string().nullable(),
  addedOn: day,
  invitation: z.object({ id, state: z.enum(invitationStates.states), meetOn: day.nullable() }).nullable(),
  offer: z.object({ id, state: z.enum(offerStates.states), answerUntil: day }).nullable(),
});

export const offerRow = z.object({
  id,
  state: z.enum(offerStates.states),
  name: z.string(),
  college: z.string(),
  programme: z.string(),
  post: z.string(),
  /** Kopecks a month. */
  pay: count.nullable(),
  startsOn: day,
  answerUntil: day,
  answeredOn: day.nullable(),
  madeOn: day,
  rev: z.number().int(),
});

export const reasons = z.object({
  has: z.array(
    z.object({
      skill: z.string(),
      through: z.string(),
      step: z.enum(['same', 'broader', 'sibling']),
      share: count,
    }),
  ),
  lacks: z.array(z.object({ skill: z.string(), share: count })),
  modules: z.array(z.object({ name: z.string(), hours: count })),
  hours: count,
});

export const pathNode = z.object({
  kind: z.enum([
    'need',
    'seat',
    'student',
    'placement',
    'mentor',
    'exam',
    'candidate',
    'offer',
    'hire',
    'outcome',
  ]),
  id: z.string().nullable(),
  /** What stands there, in words of the region; null where the reader may not see it. */
  title: z.string().nullable(),
  note: z.string().nullable(),
  on: z.string().nullable(),
  people: z.number().nullable(),
  /** Where the row itself is. */
  link: z.string().nullable(),
});

type Given<S> = S extends AnswerSchema<infer O> ? z.input<O> : never;
/** What a contract entry's use case gives. */
export type DataOf<E extends { '~orpc': { outputSchema?: unknown } }> = Given<
  NonNullable<E['~orpc']['outputSchema']>
>;
