import { z } from 'zod';
import { command, day, id, listOf, moment, query } from '../../../platform/use-case/contract.ts';
import { CONFLICT_CODES } from '../conflicts/types.ts';
import { LEVELS, REGIMES } from '../rules/levels.ts';

export const EXPERT_STATES = ['ready', 'ending', 'expired', 'none', 'left'] as const;
export const ABSENCE_KINDS = ['busy', 'ill', 'free'] as const;
export const SERVICE_STATES = ['invited', 'confirmed', 'declined', 'released', 'served'] as const;
export const APPLICATION_STATES = ['sent', 'granted', 'refused', 'withdrawn'] as const;
export const EXPERT_FILE_BYTES = 4_000_000;

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const optionalDay = day.nullish().transform((value) => value ?? null);
const regime = z.enum(REGIMES);
const level = z.enum([...LEVELS.WSR_2020, ...LEVELS.ORDER_800]);
/** A specialty, a broad field, or the name of a skill. */
const code = text(120);
const weekdays = z.array(z.number().int().min(1).max(7)).min(1, 'specialists:error.weekdays').max(7);
const monthLimit = z.number().int().min(1).max(31);

export const expertRow = z.object({
  id,
  personId: id,
  name: z.string(),
  organisation: z.string().nullable(),
  post: z.string().nullable(),
  municipality: z.string().nullable(),
  codes: z.array(z.string()),
  regimes: z.array(regime),
  mayLead: z.boolean(),
  ofEmployers: z.boolean(),
  /** The last day of the right that ends last; null: without end, or no right. */
  validTo: day.nullable(),
  state: z.enum(EXPERT_STATES),
  /** Academic hours taught this school year, over all colleges. */
  teachingHours: count,
  /** Exam days in the last twelve months. */
  served: count,
});

const right = z.object({
  id,
  regime,
  level,
  code: z.string(),
  from: day,
  to: day.nullable(),
  documentNumber: z.string().nullable(),
  endedWhy: z.string().nullable(),
});
const absence = z.object({ id, kind: z.enum(ABSENCE_KINDS), from: day, to: day });
const service = z.object({
  id,
  on: day,
  role: z.string(),
  code: z.string().nullable(),
  college: z.string().nullable(),
  state: z.enum(SERVICE_STATES),
  reason: z.string().nullable(),
});
export const application = z.object({
  id,
  personId: id,
  name: z.string(),
  regime,
  level,
  codes: z.array(z.string()),
  kind: z.enum(['new', 'renewal']),
  courseNumber: z.string().nullable(),
  courseOn: day.nullable(),
  testPassedOn: day.nullable(),
  state: z.enum(APPLICATION_STATES),
  sentOn: day,
  decidedOn: day.nullable(),
  ground: z.string().nullable(),
});

export const expertCard = expertRow.extend({
  weekdays,
  monthLimit,
  experienceSince: day.nullable(),
  leftOn: day.nullable(),
  organisationId: id.nullable(),
  municipalityId: id.nullable(),
  rev: z.number().int(),
  rights: z.array(right),
  absences: z.array(absence),
  services: z.array(service),
  applications: z.array(application),
  /** Where this person may not mark, in words; kinship is a number and no more. */
  barred: z.array(
    z.object({
      code: z.enum(CONFLICT_CODES),
      what: z.string().nullable(),
      from: day.nullable(),
      to: day.nullable(),
    }),
  ),
  circumstances: count,
});

const newPerson = z.object({
  surname: text(100),
  givenName: text(100),
  patronymic: optional(100),
  birthDate: optionalDay,
});

export const expertFields = z.object({
  id: id.optional(),
  rev: z.number().int().optional(),
  person: z.union([z.object({ id }), newPerson]),
  organisationId: id.nullish().transform((value) => value ?? null),
  post: optional(200),
  municipalityId: id.nullish().transform((value) => value ?? null),
  ofEmployers: z.boolean().default(false),
  weekdays: weekdays.default([1, 2, 3, 4, 5, 6]),
  monthLimit: monthLimit.default(6),
  experienceSince: optionalDay,
});

const question = z.object({
  id: text(40),
  text: text(1000),
  options: z
    .array(z.object({ id: text(40), text: text(500), right: z.boolean() }))
    .min(2)
    .max(8),
});
const asked = z.object({
  id: z.string(),
  text: z.string(),
  several: z.boolean(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
});
const testRow = z.object({
  id,
  title: z.string(),
  regime,
  level,
  asked: count,
  passPercent: count,
  mostAttempts: count,
  minutes: count,
  /** Own attempts so far, and whether one that still counts was passed. */
  attempts: count,
  passedOn: day.nullable(),
});

export const expertEntries = {
  listExperts: query('/specialists/experts', {
    input: z.object({ code: code.optional(), regime: regime.optional(), on: day.optional() }),
    output: listOf(expertRow),
    summary: 'The region’s base of experts, with their rights',
  }),
  getExpert: query('/specialists/experts/{id}', {
    input: z.object({ id }),
    output: expertCard,
    summary: 'One expert: rights, availability, where the expert may not mark, exams served',
  }),
  saveExpert: command('/specialists/experts/save', {
    input: expertFields,
    output: z.object({ id }),
    summary: 'Enters a person into the base of experts, or corrects the entry',
  }),
  leaveExpert: command('/specialists/experts/{id}/leave', {
    input: z.object({ id, on: day }),
    output: z.object({ id }),
    summary: 'Notes that an expert leaves the base from a day',
  }),
  grantRight: command('/specialists/experts/{id}/rights', {
    input: z.object({
      id,
      regime,
      level,
      codes: z.array(code).min(1).max(20),
      from: day,
      to: optionalDay,
      documentNumber: optional(60),
      documentOn: optionalDay,
    }),
    output: z.object({ id, added: count }),
    summary: 'Gives an expert rights that stand on a document',
  }),
  endRight: command('/specialists/rights/{id}/end', {
    input: z.object({ id, lastDay: day, why: text(300) }),
    output: z.object({ id }),
    summary: 'Ends a right early',
  }),
  myExpert: query('/specialists/my-expert', {
    input: z.object({}),
    output: z.object({ card: expertCard.nullable(), tests: z.array(testRow) }),
    summary: 'The own entry in the base of experts, with tests open to oneself',
  }),
  saveAvailability: command('/specialists/my-expert/availability', {
    input: z.object({ weekdays, monthLimit }),
    output: z.object({ id }),
    summary: 'Days of the week on which one may be called, and the most exam days in a month',
  }),
  noteAbsence: command('/specialists/my-expert/absences', {
    input: z.object({ expertId: id.optional(), kind: z.enum(ABSENCE_KINDS), from: day, to: day }),
    output: z.object({ id }),
    summary: 'Notes days out, or days offered beyond the usual week',
  }),
  dropAbsence: command('/specialists/absences/{id}/drop', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Takes such days back',
  }),
  declareCircumstance: command('/specialists/my-expert/circumstances', {
    input: z.object({ surname: text(100), givenName: text(100), birthDate: optionalDay }),
    output: z.object({ noted: z.literal(true) }),
    summary: 'Tells of a near relative who may sit an exam; only the conflict engine sees it',
  }),
  sendApplication: command('/specialists/applications', {
    input: z.object({
      regime,
      level,
      codes: z.array(code).min(1).max(20),
      courseNumber: optional(60),
      courseOn: optionalDay,
    }),
    output: z.object({ id }),
    summary: 'Asks for an expert’s right, or for its renewal',
  }),
  listApplications: query('/specialists/applications', {
    input: z.object({ state: z.enum(APPLICATION_STATES).optional() }),
    output: listOf(application),
    summary: 'Requests for experts’ rights',
  }),
  decideApplication: command('/specialists/applications/{id}/decide', {
    input: z.object({ id, grant: z.boolean(), from: optionalDay, ground: optional(300) }),
    output: z.object({ id, rights: count }),
    summary: 'Grants or refuses a right that was asked for',
  }),
  saveTest: command('/specialists/tests/save', {
    input: z.object({
      title: text(200),
      regime,
      level,
      questions: z.array(question).min(1).max(300),
      asked: z.number().int().min(1).max(300),
      passPercent: z.number().int().min(1).max(100),
      mostAttempts: z.number().int().min(1).max(20),
      minutes: z.number().int().min(1).max(600),
      from: day,
    }),
    output: z.object({ id }),
    summary: 'Enters a test of experts',
  }),
  startAttempt: command('/specialists/tests/{id}/start', {
    input: z.object({ id }),
    output: z.object({ id, number: count, until: moment, questions: z.array(asked) }),
    summary: 'Begins an attempt; an open one goes on',
  }),
  finishAttempt: command('/specialists/attempts/{id}/finish', {
    input: z.object({ id, answers: z.record(z.string(), z.array(z.string()).max(8)) }),
    output: z.object({ id, score: count, passed: z.boolean(), left: count }),
    summary: 'Hands the answers in; they are counted at once and never changed',
  }),
  previewExperts: command('/specialists/experts/file', {
    input: z.object({ name: text(200), content: z.string().max(6_000_000) }),
    output: z.object({
      rows: count,
      add: count,
      change: count,
      refused: count,
      missing: z.array(z.string()),
      remarks: z.array(
        z.object({
          cell: z.string(),
          refused: z.boolean(),
          id: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
    summary: 'What importing a list of experts would do',
  }),
  importExperts: command('/specialists/experts/import', {
    input: z.object({ name: text(200), content: z.string().max(6_000_000), mode: z.enum(['all', 'good']) }),
    output: z.object({ added: count, changed: count, same: count, refused: count }),
    summary: 'Enters a list of experts; a second upload renews and doubles nothing',
  }),
};
