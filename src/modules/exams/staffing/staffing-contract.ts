import { z } from 'zod';
import { command, day, id, listOf, moment, query } from '../../../platform/use-case/contract.ts';
import { shortage } from '../paste/paste-contract.ts';

const count = z.number().int().min(0);
export const STAFFING_STATES = ['computing', 'proposed', 'applying', 'applied', 'dropped', 'failed'] as const;
export const ENGINE_ROLES = ['chief', 'member', 'employer'] as const;
const role = z.enum(ENGINE_ROLES);

export const staffingHead = z.object({
  id,
  kind: z.enum(['staffing', 'season']),
  from: day,
  to: day,
  state: z.enum(STAFFING_STATES),
  jobId: id.nullable(),
  madeAt: moment,
  by: z.string().nullable(),
  exams: count,
  seats: count,
  empty: count,
});

const person = z.object({ id, name: z.string(), organisation: z.string().nullable() });
export const demandRow = z.object({
  month: z.string(),
  code: z.string(),
  exams: count,
  seats: count,
  empty: count,
  experts: count,
  onPaper: count,
});

const seat = z.object({
  id,
  role,
  person: person.nullable(),
  substitutes: z.array(person.extend({ price: z.number() })),
  /** Put here by the operator instead of the calculation's choice. */
  chosen: z.boolean(),
  fault: z.string().nullable(),
});

const exam = z.object({
  id,
  sessionId: id.nullable(),
  session: z.string().nullable(),
  day: day.nullable(),
  code: z.string(),
  college: z.string(),
  centre: z.string().nullable(),
  students: count,
  required: count,
  seats: z.array(seat),
});

export const demandPart = z.object({
  rows: z.array(demandRow),
  districts: z.array(
    z.object({ municipalityId: id, name: z.string(), code: z.string(), seats: count, empty: count }),
  ),
  shortages: z.array(shortage),
  /** Whose renewal or training would close it, and how many seats stay empty when all of them come. */
  closing: z.array(
    z.object({
      person: person.extend({ place: z.string().nullable() }),
      kind: z.enum(['renewal', 'training']),
      codes: z.array(z.string()),
      exams: count,
      month: z.string(),
    }),
  ),
  empty: count,
  afterClosing: count,
});

export const staffingCard = staffingHead.extend({
  rev: z.number().int(),
  hash: z.string().nullable(),
  onePerOrganisation: z.boolean(),
  employers: count,
  filled: count,
  kept: count,
  people: count,
  km: z.number(),
  cost: z.number(),
  bound: z.number(),
  ms: count,
  season: z
    .object({
      graduates: count,
      without: z.array(z.object({ code: z.string(), students: count, why: z.enum(['kit', 'centre']) })),
      unplaced: z.array(z.object({ code: z.string(), students: count })),
      gap: z.number(),
      rounds: z.array(count),
    })
    .nullable(),
  rows: z.array(exam),
  demand: demandPart.nullable(),
});

export const whyNotReason = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  rule: z.string().nullable(),
  /** Does not bar: to be declared before the exam. */
  declare: z.boolean().default(false),
});

export const staffingEntries = {
  whyNot: query('/exams/sessions/{id}/why-not/{personId}', {
    input: z.object({ id, personId: id }),
    output: z.object({ may: z.boolean(), lead: z.boolean(), reasons: z.array(whyNotReason) }),
    summary: 'Why this person may not judge here, in words',
  }),
  startStaffing: command('/exams/staffings', {
    input: z.object({
      kind: z.enum(['staffing', 'season']),
      from: day,
      to: day,
      onePerOrganisation: z.boolean().default(false),
      employers: z.number().int().min(0).max(3).default(0),
      /** Year of graduation, for a season. */
      year: z.number().int().min(2020).max(2100).optional(),
    }),
    output: z.object({ id, jobId: id }),
    summary: 'Calculates who sits where in a stretch of days; a season chooses days and centres first',
  }),
  listStaffings: query('/exams/staffings', {
    input: z.object({}),
    output: listOf(staffingHead),
    summary: 'Calculations of staffing, newest first',
  }),
  getStaffing: query('/exams/staffings/{id}', {
    input: z.object({ id }),
    output: staffingCard,
    summary: 'One calculation: exams, seats, substitutes, what cannot be filled and why',
  }),
  chooseSeat: command('/exams/staffings/seats/{id}', {
    input: z.object({ id, personId: id.nullable() }),
    output: z.object({ id }),
    summary: 'Puts somebody else on a proposed seat, or leaves it empty',
  }),
  applyStaffing: command('/exams/staffings/{id}/apply', {
    input: z.object({ id, rev: z.number().int() }),
    output: z.object({ id, jobId: id }),
    summary: 'Creates the exams of a season and invites the experts of the proposal',
  }),
  dropStaffing: command('/exams/staffings/{id}/drop', {
    input: z.object({ id }),
    output: z.object({ id }),
    summary: 'Puts a calculation away',
  }),
  exportStaffing: query('/exams/staffings/{id}/bundle', {
    input: z.object({ id }),
    output: z.object({
      hash: z.string(),
      /** One instance and one answer a line, for `rostok verify OUT.jsonl --in IN.jsonl`; people and exams by their ids. */
      instances: z.string(),
      answers: z.string(),
    }),
    summary: 'The calculation as files, to be verified by code that shares nothing with the solver',
  }),
  previewRepair: query('/exams/sessions/{id}/repair', {
    input: z.object({ id, personId: id }),
    output: z.object({
      /** Seats as they would stand; at most two others change theirs. */
      moves: z.array(
        z.object({
          kind: z.enum(['called', 'moved']),
          person,
          from: z.object({ sessionId: id, session: z.string(), day, role }).nullable(),
          to: z.object({ sessionId: id, session: z.string(), day, role }),
        }),
      ),
      open: z.array(z.object({ sessionId: id, session: z.string(), role })),
      price: z.number(),
    }),
    summary: 'Who would step in for somebody who falls out, moving at most two others',
  }),
  applyRepair: command('/exams/sessions/{id}/repair/apply', {
    input: z.object({
      id,
      personId: id,
      why: z.string().trim().min(1).max(300),
      moves: z.array(z.object({ personId: id, fromSessionId: id.nullable(), toSessionId: id, role })).max(6),
    }),
    output: z.object({ id, invited: count, released: count }),
    summary: 'Releases who falls out and invites who steps in, as it was shown',
  }),
  getDemand: query('/exams/demand', {
    input: z.object({}),
    output: z.object({
      staffing: z.object({ id, from: day, to: day, madeAt: moment }).nullable(),
      demand: demandPart.nullable(),
    }),
    summary:
      'Required against available conflict-free experts by month and specialty, from the last calculation',
  }),
};
