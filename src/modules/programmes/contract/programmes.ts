import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import {
  count,
  FORMS,
  funding,
  MODULE_KINDS,
  module,
  optional,
  optionalText,
  organisation,
  text,
  year,
} from './common.ts';

export const programmeRow = z.object({
  id,
  organisationId: id,
  college: z.string(),
  code: z.string(),
  name: z.string(),
  /** Whether the code stands in the list of СПО codes; an unknown one is kept and shown as unknown. */
  known: z.boolean(),
  base: z.number().int(),
  form: z.string(),
  months: z.number().int(),
  standard: z.string().nullable(),
  capacity: count,
  workshopId: id.nullable(),
  workshop: z.string().nullable(),
  isNew: z.boolean(),
  isFlexible: z.boolean(),
  isAdapted: z.boolean(),
  closedOn: day.nullable(),
  rev: z.number().int(),
  versionId: id.nullable(),
  versionTitle: z.string().nullable(),
  versionFrom: day.nullable(),
  academicHours: count.nullable(),
  practiceHours: count.nullable(),
  professionalHours: count.nullable(),
  groups: count,
  studying: count,
});

export const moduleFields = z
  .object({
    code: text(40),
    name: text(300),
    kind: z.enum(MODULE_KINDS),
    academicHours: count.max(10_000),
    /** Practice held inside the module; a practice of its own is practice whole. */
    practiceHours: count.max(10_000).default(0),
    competences: z.array(text(20)).max(80).default([]),
  })
  .refine((m) => m.practiceHours <= m.academicHours, {
    path: ['practiceHours'],
    message: 'programmes:error.practiceOverHours',
  });

/** What a form may write; the same schema checks it in the browser and on the server. */
export const programmeFields = z.object({
  code: text(20),
  name: text(300),
  base: z.union([z.literal(9), z.literal(11)]),
  form: z.enum(FORMS),
  months: z.number().int().min(1).max(72),
  standard: optionalText(200),
  capacity: count.max(2000),
  workshopId: optional(id),
  isNew: z.boolean().default(false),
  isFlexible: z.boolean().default(false),
  isAdapted: z.boolean().default(false),
});

export const programmes = {
  listProgrammes: query('/programmes/programmes', {
    input: organisation.extend({ closed: z.boolean().default(false) }),
    output: z.object({ rows: z.array(programmeRow) }),
    summary: 'Programmes of a college with the plan in force and the share of practice in it',
  }),
  getProgramme: query('/programmes/programmes/{id}', {
    input: z.object({ id, versionId: id.optional() }),
    output: programmeRow.extend({
      versions: z.array(z.object({ id, title: z.string(), from: day.nullable(), to: day.nullable() })),
      shownVersionId: id.nullable(),
      modules: z.array(module),
      seatLines: z.array(z.object({ intakeYear: year, funding, seats: count, enrolled: count.nullable() })),
      groupList: z.array(z.object({ id, code: z.string(), course: z.number().int(), studying: count })),
      workshops: z.array(z.object({ id, name: z.string() })),
    }),
    summary: 'One programme: versions, the plan of one of them, seats and groups',
  }),
  saveProgramme: command('/programmes/programmes/save', {
    input: programmeFields
      .extend({ id: id.optional(), rev: z.number().int().optional() })
      .extend(organisation.shape),
    output: z.object({ id, rev: z.number().int(), known: z.boolean() }),
    summary: 'Adds a programme or changes its card; an unknown code is kept',
  }),
  closeProgramme: command('/programmes/programmes/{id}/close', {
    input: z.object({ id, on: day, rev: z.number().int() }),
    output: z.object({ id }),
    summary: 'Closes a programme for admission from a day; its groups finish',
  }),
  saveVersion: command('/programmes/versions/save', {
    input: z.object({
      programmeId: id,
      id: id.optional(),
      title: text(200),
      from: day,
      modules: z.array(moduleFields).min(1).max(300),
    }),
    output: z.object({ id }),
    summary: 'Writes a dated version of the plan; the one before ends on the day before',
  }),
  copyVersion: command('/programmes/versions/copy', {
    input: z.object({ programmeId: id, title: text(200), from: day }),
    output: z.object({ id, modules: count }),
    summary: 'Repeats the last version of the plan from a new day',
  }),
};
