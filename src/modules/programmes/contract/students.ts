import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { funding, optional, optionalText, STATUSES, text, year } from './common.ts';

export const personFields = z.object({
  surname: text(100),
  givenName: text(100),
  patronymic: optionalText(100),
  birthDate: optional(day),
  sex: optional(z.enum(['f', 'm'])),
});

export const studentRow = z.object({
  id,
  personId: id,
  fullName: z.string(),
  birthDate: day.nullable(),
  age: z.number().int().nullable(),
  funding,
  status: z.enum(STATUSES),
  /** Day of the last event, its paper, and the last day of a leave. */
  since: day.nullable(),
  orderNumber: z.string().nullable(),
  leaveUntil: day.nullable(),
  hasSeatLine: z.boolean(),
  rev: z.number().int(),
});

const studentEvent = z.object({
  id,
  on: day,
  kind: z.string(),
  orderNumber: z.string().nullable(),
  ground: z.string().nullable(),
  until: day.nullable(),
});

export const students = {
  getStudent: query('/programmes/students/{id}', {
    input: z.object({ id }),
    output: studentRow.extend({
      group: z.object({ id, code: z.string(), course: z.number().int() }),
      programme: z.object({ id, code: z.string(), name: z.string() }),
      seatLine: z.object({ id, intakeYear: year, funding }).nullable(),
      externalKey: z.string().nullable(),
      events: z.array(studentEvent),
      /** Events of the state machine that lead on from here. */
      next: z.array(z.string()),
      otherGroups: z.array(z.object({ id, code: z.string() })),
    }),
    summary: 'The card of a student with dated events; the read is written into the history',
  }),
  enrolStudent: command('/programmes/students/enrol', {
    input: z.object({
      groupId: id,
      seatLineId: id,
      funding,
      person: z.union([z.object({ id }), personFields]),
      kind: z.enum(['enrolment', 'transfer-in']).default('enrolment'),
      on: day,
      orderNumber: text(40),
      ground: optionalText(300),
      externalKey: optionalText(60),
    }),
    output: z.object({ studentId: id, personId: id }),
    summary: 'Enrols into a group on a seat line; gives the role of a student',
  }),
  moveStudent: command('/programmes/students/{id}/move', {
    input: z.object({
      id,
      event: z.enum(['leave', 'return', 'expulsion', 'transfer-out', 'graduation']),
      expected: z.enum(STATUSES),
      on: day,
      until: optional(day),
      orderNumber: text(40),
      ground: optionalText(300),
    }),
    output: z.object({ id, status: z.enum(STATUSES) }),
    summary: 'Leave, return, expulsion, transfer out, graduation by an order',
  }),
  transferStudent: command('/programmes/students/{id}/transfer', {
    input: z.object({ id, toGroupId: id, on: day, orderNumber: text(40), ground: optionalText(300) }),
    output: z.object({ id }),
    summary: 'Moves a student to another group of the same college',
  }),
};
