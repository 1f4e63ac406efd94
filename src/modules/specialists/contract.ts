import { z } from 'zod';
import { command, day, id, listOf, query } from '../../platform/use-case/contract.ts';
import { expertEntries } from './experts/expert-contract.ts';

export { ABSENCE_KINDS, EXPERT_FILE_BYTES } from './experts/expert-contract.ts';

export const LEGAL_BASES = ['practice', 'employment', 'duty'] as const;
export const PAY_FORMS = ['none', 'monthly', 'per_trainee', 'percent'] as const;
export const MENTOR_STATES = ['ready', 'full', 'leaving', 'noOrder', 'noClearance'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const optionalDay = day.nullish().transform((value) => value ?? null);
const codes = z
  .array(z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, 'specialists:error.code'))
  .max(40)
  .default([]);

const personFields = z.object({
  surname: text(100),
  givenName: text(100),
  patronymic: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .transform((value) => value || null),
  birthDate: optionalDay,
  sex: z
    .enum(['f', 'm'])
    .nullish()
    .transform((value) => value ?? null),
});

const appointment = z.object({
  id,
  orderNumber: z.string(),
  orderOn: day,
  legalBasis: z.enum(LEGAL_BASES),
  consentOn: day,
  content: z.string(),
  payForm: z.enum(PAY_FORMS),
  payValue: count.nullable(),
  capacity: count,
  from: day,
  to: day.nullable(),
  noticeOn: day.nullable(),
  noticeBy: z.enum(['mentor', 'organisation']).nullable(),
  noticeReason: z.string().nullable(),
});

export const mentorRow = z.object({
  id,
  personId: id,
  name: z.string(),
  organisationId: id,
  organisation: z.string(),
  post: z.string(),
  programmes: z.array(z.string()),
  state: z.enum(MENTOR_STATES),
  clearanceOn: day.nullable(),
  trainees: count,
  /** The order that holds today, or the next one. */
  appointmentId: id.nullable(),
  capacity: count.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  legalBasis: z.enum(LEGAL_BASES).nullable(),
});

export const mentorCard = mentorRow.extend({
  experienceSince: day.nullable(),
  trainedOn: day.nullable(),
  clearanceNumber: z.string().nullable(),
  clearanceBy: z.string().nullable(),
  rev: z.number().int(),
  /** The region's limit of trainees at once. */
  limit: count,
  appointments: z.array(appointment),
  /** Names only for the mentor and the own enterprise; others see how many. */
  tutoring: z.array(
    z.object({ id, trainee: z.string().nullable(), people: count, from: day, to: day, basis: z.string() }),
  ),
});

export const mentorFields = z.object({
  person: z.union([z.object({ id }), personFields]),
  post: text(200),
  programmes: codes,
  experienceSince: optionalDay,
  trainedOn: optionalDay,
});

export const appointmentFields = z.object({
  mentorId: id,
  orderNumber: text(60),
  orderOn: day,
  legalBasis: z.enum(LEGAL_BASES),
  /** The day of the worker's written consent; the paper itself stays with the enterprise. */
  consentOn: optionalDay,
  content: text(1000),
  payForm: z.enum(PAY_FORMS),
  /** Kopecks, or hundredths of a percent. */
  payValue: z.number().int().min(1).max(100_000_000).nullable().default(null),
  capacity: z.number().int().min(1).max(50),
  from: day,
  to: optionalDay,
});

export const contract = {
  ...expertEntries,
  listMentors: query('/specialists/mentors', {
    input: z.object({
      organisationId: id.optional(),
      /** Only those who have room on every day of this stretch. */
      from: day.optional(),
      to: day.optional(),
    }),
    output: listOf(mentorRow),
    summary: 'Register of mentors with their load',
  }),
  getMentor: query('/specialists/mentors/{id}', {
    input: z.object({ id }),
    output: mentorCard,
    summary: 'One mentor: orders, clearance, trainees',
  }),
  listWorkers: query('/specialists/workers', {
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ id, name: z.string() })) }),
    summary: 'Workers of the own enterprise who are not in the register of mentors yet',
  }),
  saveMentor: command('/specialists/mentors/save', {
    input: mentorFields.extend({ id: id.optional(), rev: z.number().int().optional() }),
    output: z.object({ id }),
    summary: 'Enters a worker into the register of mentors, or corrects the entry',
  }),
  noteClearance: command('/specialists/mentors/{id}/clearance', {
    input: z.object({ id, number: text(60), on: day }),
    output: z.object({ id }),
    summary: 'Notes that the certificate of no criminal record was shown and checked',
  }),
  appointMentor: command('/specialists/appointments', {
    input: appointmentFields,
    output: z.object({ id }),
    summary: 'Appoints a mentor by order, with the written consent and the terms',
  }),
  giveNotice: command('/specialists/appointments/{id}/notice', {
    input: z.object({ id, lastDay: day, reason: text(300) }),
    output: z.object({ id, trainees: count }),
    summary: 'Stops mentoring early, with the notice the law asks for',
  }),
};
