import { z } from 'zod';
import { command, day, id, listOf, moment, query } from '../../../platform/use-case/contract.ts';
import { count, text } from '../kits/schemas.ts';
import {
  mySeat,
  planChoicesOut,
  ROLES_OF_SEAT,
  SESSION_STATES,
  SOURCES,
  seatable,
  sessionCard,
  sessionRow,
} from './schemas.ts';

const which = z.object({ id });
const moved = z.object({ id, state: z.enum(SESSION_STATES) });
const minutes = z.number().int().min(0).max(1439);

export const sessionContract = {
  listSessions: query('/exams/sessions', {
    input: z.object({
      from: day.optional(),
      to: day.optional(),
      state: z.enum(SESSION_STATES).optional(),
      centreId: id.optional(),
      programmeCode: z.string().max(8).optional(),
    }),
    output: listOf(sessionRow),
    summary: 'Exams by day, with what they still lack',
  }),
  getSession: query('/exams/sessions/{id}', {
    input: which,
    output: sessionCard,
    summary: 'One exam: people, seats, draw, protocol, what stands against the next step',
  }),
  planChoices: query('/exams/plan-choices', {
    input: z.object({ year: z.coerce.number().int().optional() }),
    output: planChoicesOut,
    summary: 'Kits, centres and groups an exam can be planned of',
  }),
  planSession: command('/exams/sessions', {
    input: z.object({
      kitId: id,
      centreId: id,
      /** The examinees' college; by default the own one. */
      organisationId: id.optional(),
      day,
      startsAt: minutes.default(540),
      checkOn: day.optional(),
      workplaces: z.number().int().min(1).max(100),
      source: z.enum(SOURCES).default('here'),
      studentIds: z.array(id).max(200).default([]),
    }),
    output: z.object({ id, code: z.string() }),
    summary: 'Plans an exam and takes its workplaces for the day',
  }),
  admitStudents: command('/exams/sessions/{id}/students', {
    input: which.extend({ studentIds: z.array(id).min(1).max(200) }),
    output: z.object({ id, admitted: count }),
    summary: 'Admits students to an exam: one exam at a time, one a day',
  }),
  dropExaminee: command('/exams/sessions/{id}/students/drop', {
    input: which.extend({ studentId: id, why: text(300) }),
    output: z.object({ id }),
    summary: 'Takes a student out of an exam that has not begun',
  }),
  noteHelper: command('/exams/sessions/{id}/helper', {
    input: which.extend({ examineeId: id, name: text(200) }),
    output: z.object({ id }),
    summary: 'Tells the chief expert of an assistant or tutor of an examinee',
  }),
  saveSeats: command('/exams/sessions/{id}/seats', {
    input: which.extend({
      seats: z
        .array(
          z.object({ personId: id, role: z.enum(ROLES_OF_SEAT), ofEmployers: z.boolean().default(false) }),
        )
        .min(1)
        .max(50),
      /** Who stands in the exam and is not named here leaves it. */
      replace: z.boolean().default(false),
    }),
    output: z.object({ id, seated: count, released: count }),
    summary:
      'Seats experts, the technical expert and the witness of the board, after the rights and conflicts of each',
  }),
  listSeatable: query('/exams/sessions/{id}/seatable/{role}', {
    input: which.extend({ role: z.enum(ROLES_OF_SEAT) }),
    output: z.object({ rows: z.array(seatable) }),
    summary: 'Who can take a seat of an exam, and why the others cannot',
  }),
  releaseSeat: command('/exams/sessions/{id}/seats/release', {
    input: which.extend({ personId: id, why: text(300) }),
    output: z.object({ id }),
    summary: 'Releases somebody from an exam that has not begun',
  }),
  answerSeat: command('/exams/seats/{id}/answer', {
    input: which.extend({
      answer: z.enum(['confirmed', 'declined']),
      why: z.string().trim().max(300).optional(),
      declaration: z
        .object({ kind: z.enum(['none', 'employer']), text: z.string().trim().max(500).optional() })
        .optional(),
    }),
    output: z.object({ id, state: z.string() }),
    summary: 'The expert says whether he comes, and declares an interest where there is one',
  }),
  mySeats: query('/exams/my-seats', {
    input: z.object({}),
    output: z.object({ rows: z.array(mySeat), today: day }),
    summary: 'The exams this person is called to',
  }),
  announceSession: command('/exams/sessions/{id}/announce', {
    input: which.extend({ on: day.optional() }),
    output: which,
    summary: 'Notes that the plan of the exam was made known',
  }),
  noteCheck: command('/exams/sessions/{id}/check', {
    input: which.extend({ number: text(60), on: day.optional() }),
    output: which,
    summary: 'Notes the protocol of the check of the site',
  }),
  giveTask: command('/exams/sessions/{id}/task', {
    input: which,
    output: which,
    summary: 'Gives the task to the chief expert, on the day before and not earlier',
  }),
  drawWorkplaces: command('/exams/sessions/{id}/draw', {
    input: which.extend({
      beacon: z.string().trim().max(200).optional(),
      witnesses: z.string().trim().max(500).optional(),
    }),
    output: z.object({
      id,
      seed: z.string(),
      hash: z.string(),
      places: z.array(z.object({ examineeId: id, workplace: count })),
    }),
    summary: 'Draws workplaces from the sealed seed: anyone can recompute it',
  }),
  noteDraw: command('/exams/sessions/{id}/draw/by-hand', {
    input: which.extend({
      witnesses: text(500),
      places: z
        .array(z.object({ examineeId: id, workplace: z.number().int().min(1) }))
        .min(1)
        .max(200),
    }),
    output: z.object({ id, hash: z.string() }),
    summary: 'Records a draw that was held with slips of paper',
  }),
  signBriefing: command('/exams/sessions/{id}/briefing', {
    input: which.extend({
      examineeIds: z.array(id).max(200).default([]),
      seatIds: z.array(id).max(50).default([]),
    }),
    output: z.object({ id, left: count }),
    summary: 'Notes who has signed the list of the briefing',
  }),
  notePresence: command('/exams/sessions/{id}/presence', {
    input: which.extend({
      examineeId: id,
      present: z.boolean(),
      identified: z.boolean().default(false),
      absence: z.enum(['valid', 'unexcused']).optional(),
    }),
    output: which,
    summary: 'Notes who came, by an identity document',
  }),
  noteTimes: command('/exams/sessions/{id}/times', {
    input: which.extend({
      examineeIds: z.array(id).min(1).max(200),
      startedAt: moment.optional(),
      endedAt: moment.optional(),
    }),
    output: which,
    summary: 'Notes when examinees began and ended their work',
  }),
  moveSession: command('/exams/sessions/{id}/move', {
    input: which.extend({
      event: z.enum([
        'confirm',
        'prepare',
        'start',
        'mark',
        'transfer',
        'close',
        'suspend',
        'resume',
        'cancel',
        'annul',
      ]),
      reason: z.string().trim().max(500).optional(),
      expected: z.enum(SESSION_STATES).optional(),
    }),
    output: moved,
    summary: 'Moves an exam on when nothing stands against it',
  }),
  repeatSession: command('/exams/sessions/{id}/repeat', {
    input: which.extend({ day, centreId: id.optional(), why: text(500) }),
    output: z.object({ id, code: z.string() }),
    summary: 'After a failure of the site: annuls the exam and plans it anew for the same people',
  }),
  noteVideo: command('/exams/sessions/{id}/video', {
    input: which.extend({ until: day }),
    output: which,
    summary: 'Notes until when the recording is kept',
  }),
  decideIncident: command('/exams/incidents/{id}/decide', {
    input: which.extend({ decision: text(500) }),
    output: which,
    summary: 'The board settles an incident',
  }),
  noteIncident: command('/exams/sessions/{id}/incidents', {
    input: which.extend({ kind: z.enum(['site', 'other']), text: text(1000) }),
    output: which,
    summary: 'Notes an incident of the exam day',
  }),
};
