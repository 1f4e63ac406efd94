import { z } from 'zod';
import { command, day, id, listOf, query } from '../../platform/use-case/contract.ts';
import { appraisalEntries } from './appraisals/appraisal-contract.ts';
import { districtEntries } from './district/district-contract.ts';
import { FORM_KINDS, formEntries } from './forms/form-contract.ts';
import { guardianEntries } from './guardians/guardian-contract.ts';
import { LODGING, offerCard, offerFields, offerRow, TRANSPORT } from './offers/schemas.ts';
import { FORMATS, LIST_BYTES, paperEntries, REGISTERED } from './papers/paper-contract.ts';
import { KINDS_OF_ALL, PAPER_KINDS } from './papers/paper-set.ts';
import {
  boardRow,
  CONSENTS,
  judgedStudent,
  PAPERS,
  papers,
  reason,
  SIDES,
  WAYS,
} from './placements/schemas.ts';
import { fileRemark, HELD_AT, PLAN_BYTES, PLAN_KINDS, planFields, planRow } from './plans/schemas.ts';
import { roundEntries } from './rounds/entries.ts';
import { POLICIES, RULES } from './rounds/schemas.ts';
import { hazardRow, stretch } from './rules/limits.ts';
import { signInEntries } from './sign-ins/sign-in-contract.ts';
import { placementStates } from './states.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const year = z.number().int().min(2000).max(2060);
const state = z.enum(placementStates.states);
const optionalDay = day.nullish().transform((value) => value ?? null);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const flag = z.stringbool().optional().or(z.boolean().optional());

/** One placement as the host, the mentor and the student see it: no contacts, no papers of health. */
const ownPlacement = z.object({
  id,
  state,
  plan: z.string(),
  kind: z.enum(PLAN_KINDS),
  group: z.string(),
  programme: z.string(),
  college: z.string(),
  host: z.string(),
  offer: z.string(),
  address: z.string(),
  works: z.string(),
  from: day,
  to: day,
  timetable: z.array(stretch),
  mentor: z.string().nullable(),
  supervisor: z.string().nullable(),
  lodging: z.enum(LODGING),
  transport: z.enum(TRANSPORT),
  pay: count,
  papers,
  gaps: z.array(day),
  log: z.array(z.object({ day, note: z.string(), minutes: count, confirmed: z.boolean() })),
  leaveHome: z.enum(['needless', 'asked', 'given', 'refused', 'withdrawn']),
  grade: z.number().int().nullable(),
});

export const contract = {
  listPlans: query('/practice/plans', {
    input: z.object({ schoolYear: z.coerce.number().int().optional(), organisationId: id.optional() }),
    output: z.object({
      schoolYear: year,
      from: day,
      to: day,
      rows: z.array(planRow),
      /** Groups of the year without a single practice. */
      bare: z.array(
        z.object({ id, code: z.string(), programmeCode: z.string(), course: count, students: count }),
      ),
    }),
    summary: 'Year plan of practices with its collisions',
  }),
  planChoices: query('/practice/plan-choices', {
    input: z.object({}),
    output: z.object({
      groups: z.array(z.object({ id, code: z.string(), programme: z.string() })),
      modules: z.array(
        z.object({
          groupId: id,
          code: z.string(),
          name: z.string(),
          kind: z.string(),
          academicHours: count,
          competences: z.array(z.string()),
        }),
      ),
      supervisors: z.array(z.object({ id, name: z.string() })),
      workshops: z.array(z.object({ id, name: z.string(), places: count })),
    }),
    summary:
      'What a practice plan is chosen from: groups, practices of the curriculum, supervisors, workshops',
  }),
  savePlan: command('/practice/plans/save', {
    input: planFields.safeExtend({ id: id.optional(), rev: z.number().int().optional() }),
    output: z.object({ id }),
    summary: 'Writes a practice of a group into the year plan',
  }),
  approvePlans: command('/practice/plans/approve', {
    input: z.object({ ids: z.array(id).min(1).max(500) }),
    output: z.object({ approved: count }),
    summary: 'Approves practices; one with a blocking collision stops all',
  }),
  cancelPlan: command('/practice/plans/{id}/cancel', {
    input: z.object({ id, reason: text(300) }),
    output: z.object({ id }),
    summary: 'Takes a practice out of the plan, while nobody is placed',
  }),
  copyYear: command('/practice/plans/copy-year', {
    input: z.object({ schoolYear: year }),
    output: z.object({ copied: count, skipped: count }),
    summary:
      'Makes drafts for this school year from last year’s practices of the same programmes and courses',
  }),
  previewPlanFile: command('/practice/plans/file', {
    input: z.object({ name: text(200), content: z.string().max(6_000_000), schoolYear: year }),
    output: z.object({
      fileId: id,
      hash: z.string(),
      rows: count,
      add: count,
      change: count,
      same: count,
      refused: count,
      remarks: z.array(fileRemark),
      columns: z.array(z.object({ title: z.string(), field: z.string().nullable() })),
      missing: z.array(z.string()),
    }),
    summary: 'Reads a file with the year plan and says what it would change',
  }),
  applyPlanFile: command('/practice/plans/file/{fileId}/apply', {
    input: z.object({ fileId: id, hash: z.string(), mode: z.enum(['all', 'good']) }),
    output: z.object({ added: count, changed: count, same: count, refused: count }),
    summary: 'Writes the year plan of a file that was looked at',
  }),
  orderSending: command('/practice/plans/{id}/order', {
    input: z.object({
      id,
      /** Without it the next number of the college’s own journal is given. */
      number: optionalText(60),
      on: day,
    }),
    output: z.object({ id, number: z.string(), students: count }),
    summary: 'Registers the college’s order on sending the group',
  }),

  listOffers: query('/practice/offers', {
    input: z.object({
      programme: z.string().max(20).optional(),
      from: day.optional(),
      to: day.optional(),
      /** Distance is counted from here. */
      municipalityId: id.optional(),
      km: z.coerce.number().min(0).max(5000).optional(),
      rural: flag,
      free: flag,
      own: flag,
      search: z.string().max(100).optional(),
    }),
    output: listOf(offerRow),
    summary: 'Places for practice by speciality, period, distance and rural flag',
  }),
  getOffer: query('/practice/offers/{id}', {
    input: z.object({ id }),
    output: offerCard,
    summary: 'One place for practice',
  }),
  listHazards: query('/practice/hazards', {
    input: z.object({}),
    output: z.object({ rows: z.array(hazardRow) }),
    summary: 'Conditions and kinds of work an offer may name',
  }),
  saveOffer: command('/practice/offers/save', {
    input: offerFields.safeExtend({
      id: id.optional(),
      rev: z.number().int().optional(),
      open: z.boolean().default(true),
    }),
    output: z.object({ id }),
    summary: 'Offers places for practice, or changes an offer; a frozen one is not changed',
  }),
  withdrawOffer: command('/practice/offers/{id}/withdraw', {
    input: z.object({ id, reason: text(300) }),
    output: z.object({ id }),
    summary: 'Takes an offer back, while nobody is placed there',
  }),
  renewOffers: command('/practice/offers/renew', {
    input: z.object({ schoolYear: year }),
    output: z.object({ renewed: count, skipped: count }),
    summary: 'Offers last year’s places again, a year later',
  }),

  previewPlacing: query('/practice/placing', {
    input: z.object({
      planId: id,
      offerId: id,
      studentIds: z
        .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id).max(60))
        .optional(),
      from: day.optional(),
      to: day.optional(),
      minutesADay: z.coerce.number().int().optional(),
    }),
    output: z.object({
      agreement: z.object({ id, number: z.string() }).nullable(),
      free: count,
      /** What stops the whole placing, whoever is sent. */
      refusals: z.array(reason),
      students: z.array(judgedStudent),
    }),
    summary: 'Who of a group may be placed here, and why the others may not; changes nothing',
  }),
  placeStudents: command('/practice/placing/place', {
    input: z.object({
      planId: id,
      offerId: id,
      studentIds: z.array(id).min(1).max(60),
      way: z.enum(WAYS),
      from: optionalDay,
      to: optionalDay,
      /** Without it the hours are cut to the limits of each age. */
      minutesADay: z.number().int().min(30).max(720).nullish(),
      contractNumber: optionalText(60),
    }),
    output: z.object({ placed: z.array(id) }),
    summary: 'Places a group, or some by name: all of them or nobody',
  }),
  getBoard: query('/practice/plans/{id}/board', {
    input: z.object({ id }),
    output: z.object({
      plan: planRow,
      listsDue: day.nullable(),
      rows: z.array(boardRow),
      agreements: z.array(
        z.object({ id, number: z.string(), host: z.string(), from: day, to: day.nullable() }),
      ),
    }),
    summary:
      'The board of one practice: who has a place, whose papers are missing, who started, whose log has gaps',
  }),
  movePlacement: command('/practice/placements/{id}/move', {
    input: z.object({
      id,
      event: z.enum(['agree', 'clear', 'start', 'suspend', 'resume', 'finish', 'complete', 'archive']),
      expected: state,
      reason: optionalText(300),
    }),
    output: z.object({ id, state }),
    summary: 'Moves a placement along its way, when its papers let it',
  }),
  advanceAll: command('/practice/plans/{id}/advance', {
    input: z.object({ id }),
    output: z.object({ moved: count, waiting: count }),
    summary: 'Moves every placement of a practice as far as its papers let it',
  }),
  gradePlacement: command('/practice/placements/{id}/grade', {
    input: z.object({ id, grade: z.number().int().min(2).max(5) }),
    output: z.object({ id, state }),
    summary: 'Gives the mark of the practice',
  }),
  failPlacement: command('/practice/placements/{id}/fail', {
    input: z.object({ id, side: z.enum(SIDES), reason: text(300) }),
    output: z.object({ id }),
    summary: 'Ends a placement that came to nothing: the place is free again, the side is noted',
  }),
  notePaper: command('/practice/placements/{id}/papers', {
    input: z.object({
      id,
      medical: z.object({ number: text(60), until: day }).nullish(),
      reportOn: optionalDay,
      /** A log kept on paper was handed in, without gaps. */
      logOn: optionalDay,
      /** A sheet on paper counts with both its parts: competences and personal qualities. */
      appraisal: z.object({ on: day, positive: z.boolean(), bothParts: z.literal(true) }).nullish(),
      referenceOn: optionalDay,
    }),
    output: z.object({ id }),
    summary: 'Notes papers of a placement: medical certificate, report, appraisal, reference',
  }),
  noteConsent: command('/practice/placements/{id}/consent', {
    input: z.object({
      id,
      kind: z.enum(CONSENTS),
      answer: z.enum(['asked', 'given', 'refused', 'withdrawn']),
      by: optionalText(200),
      on: day,
      /** The signed paper is in the college. */
      original: z.boolean().default(false),
    }),
    output: z.object({ id }),
    summary: 'Notes a consent on paper: asked, given, refused or withdrawn',
  }),
  saveTrainee: command('/practice/trainees/{personId}', {
    input: z.object({
      personId: id,
      homeId: id.nullish().transform((value) => value ?? null),
      needsAccess: z.boolean().default(false),
      guardianName: optionalText(200),
      guardianContact: optionalText(200),
    }),
    output: z.object({ personId: id }),
    summary:
      'What the placing needs of a student, from the personal file: home, access, the legal representative',
  }),

  listTrainees: query('/practice/trainees', {
    input: z.object({}),
    output: listOf(
      ownPlacement.extend({
        studentName: z.string(),
        minor: z.boolean(),
        briefingOn: day.nullable(),
        rev: z.number().int(),
      }),
    ),
    summary: 'Who comes to the own enterprise, or to the own hands',
  }),
  nameMentor: command('/practice/placements/mentor', {
    input: z.object({ ids: z.array(id).min(1).max(60), appointmentId: id }),
    output: z.object({ named: count }),
    summary: 'Names a mentor for placements: load, clearance and days are judged, ties are written',
  }),
  noteBriefing: command('/practice/placements/briefing', {
    input: z.object({ ids: z.array(id).min(1).max(60), on: day }),
    output: z.object({ noted: count }),
    summary: 'Notes that the safety briefing was held',
  }),
  noteOutcome: command('/practice/placements/{id}/outcome', {
    input: z.object({
      id,
      result: z.enum(['finished', 'offer', 'employed']),
      on: day,
      note: optionalText(300),
    }),
    output: z.object({ id }),
    summary: 'Notes what became of a placement: an offer, a job',
  }),
  confirmLog: command('/practice/placements/{id}/log/confirm', {
    input: z.object({ id, days: z.array(day).min(1).max(60) }),
    output: z.object({ confirmed: count }),
    summary: 'The mentor confirms days of the log',
  }),

  myPractice: query('/practice/mine', {
    input: z.object({}),
    output: z.object({ today: day, rows: z.array(ownPlacement) }),
    summary: 'The student’s own practices with what is missing and the log',
  }),
  writeLogDay: command('/practice/placements/{id}/log', {
    input: z.object({ id, day, note: text(1000), minutes: z.number().int().min(0).max(720) }),
    output: z.object({ id }),
    summary: 'Writes a day of the log',
  }),
  answerLeaving: command('/practice/placements/{id}/leave-home', {
    input: z.object({ id, answer: z.enum(['given', 'refused', 'withdrawn']) }),
    output: z.object({ id }),
    summary: 'The student agrees to practice away from home, refuses, or withdraws',
  }),

  ...roundEntries,
  ...paperEntries,
  ...guardianEntries,
  ...appraisalEntries,
  ...districtEntries,
  ...formEntries,
  ...signInEntries,
};

// what screens need beside the entries: they import the contract and nothing behind it
export {
  FORM_KINDS,
  FORMATS,
  HELD_AT,
  KINDS_OF_ALL,
  LIST_BYTES,
  LODGING,
  PAPER_KINDS,
  PAPERS,
  PLAN_BYTES,
  PLAN_KINDS,
  POLICIES,
  REGISTERED,
  RULES,
  SIDES,
  TRANSPORT,
  WAYS,
};
