import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { count, funding, module, optional, optionalText, organisation, text, year } from './common.ts';
import { studentRow } from './students.ts';
import { teachingRow } from './teaching.ts';

export const groupRow = z.object({
  id,
  code: z.string(),
  programmeId: id,
  programmeCode: z.string(),
  programmeName: z.string(),
  base: z.number().int(),
  form: z.string(),
  intakeYear: year,
  course: z.number().int(),
  /** The school year the course holds for. */
  courseYear: year,
  graduationYear: year,
  curator: z.string().nullable(),
  studying: count,
  onLeave: count,
  lost: count,
  graduated: count,
  /** Students whose leave is over and who neither came back nor left. */
  overdueLeave: count,
});

export const groups = {
  listGroups: query('/programmes/groups', {
    input: organisation.extend({ programmeId: id.optional(), finished: z.boolean().default(false) }),
    output: z.object({ rows: z.array(groupRow) }),
    summary: 'Groups of the own college; other colleges are seen in aggregates only',
  }),
  getGroup: query('/programmes/groups/{id}', {
    input: z.object({ id }),
    output: groupRow.extend({
      rev: z.number().int(),
      versionId: id.nullable(),
      curatorId: id.nullable(),
      students: z.array(studentRow),
      modules: z.array(module),
      teaching: z.array(teachingRow),
      seatLines: z.array(z.object({ id, funding, seats: count, taken: count })),
      schoolYear: year,
    }),
    summary: 'A group: its students, who is on leave, its plan and its teachers',
  }),
  saveGroup: command('/programmes/groups/save', {
    input: z.object({
      id: id.optional(),
      rev: z.number().int().optional(),
      programmeId: id,
      code: text(40),
      intakeYear: year,
      course: z.number().int().min(1).max(6),
      graduationYear: year,
      curatorId: optional(id),
    }),
    output: z.object({ id }),
    summary: 'Adds a group or changes it',
  }),
  graduateGroup: command('/programmes/groups/{id}/graduate', {
    input: z.object({
      id,
      on: day,
      orderNumber: text(40),
      ground: optionalText(300),
      /** Students who do not graduate with the others. */
      stay: z.array(id).max(300).default([]),
    }),
    output: z.object({ graduated: count, stayed: count }),
    summary: 'Graduates the students of a group by one order, save those named',
  }),
  raiseGroups: command('/programmes/groups/raise', {
    input: z.object({
      schoolYear: year,
      orderNumber: text(40),
      /** Groups with the course the page showed. */
      groups: z
        .array(z.object({ id, course: z.number().int() }))
        .min(1)
        .max(500),
    }),
    output: z.object({ raised: count, already: count }),
    summary: 'Moves groups to the next course for a school year; a group goes on once a year',
  }),
};
