import { z } from 'zod';
import { command, day, id, nothing, query } from '../../platform/use-case/contract.ts';

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

const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const count = z.number().int().min(0);
const year = z.number().int().min(2000).max(2060);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const funding = z.enum(FUNDINGS);
const organisation = z.object({ organisationId: id.optional() });

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

export const personFields = z.object({
  surname: text(100),
  givenName: text(100),
  patronymic: optionalText(100),
  birthDate: optional(day),
  sex: optional(z.enum(['f', 'm'])),
});

const module = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  academicHours: count,
  practiceHours: count,
  competences: z.array(z.string()),
});

export const seatLineRow = z.object({
  id,
  programmeId: id,
  code: z.string(),
  name: z.string(),
  base: z.number().int(),
  form: z.string(),
  college: z.string(),
  funding,
  seats: count,
  applied: count.nullable(),
  enrolled: count.nullable(),
  averageMark: z.number().int().nullable(),
  rev: z.number().int(),
  lastYear: z
    .object({
      seats: count,
      applied: count.nullable(),
      enrolled: count.nullable(),
      averageMark: z.number().int().nullable(),
    })
    .nullable(),
});

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
  graduationYear: year,
  curator: z.string().nullable(),
  studying: count,
  onLeave: count,
  lost: count,
  graduated: count,
  /** Students whose leave is over and who neither came back nor left. */
  overdueLeave: count,
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

export const teachingRow = z.object({
  id,
  personId: id,
  teacher: z.string(),
  groupId: id,
  group: z.string(),
  moduleCode: z.string(),
  moduleName: z.string().nullable(),
  academicHours: count,
  schoolYear: year,
  endedOn: day.nullable(),
  terms: z.enum(TEACHING_TERMS),
});

const studentEvent = z.object({
  id,
  on: day,
  kind: z.string(),
  orderNumber: z.string().nullable(),
  ground: z.string().nullable(),
  until: day.nullable(),
});

/** A sentence of the catalogue with what fills it. */
const message = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const remark = z.object({
  row: z.number().int(),
  cell: z.string(),
  what: message,
  also: z.array(z.object({ cell: z.string(), what: message })).optional(),
});
export const importReport = z.object({
  rows: count,
  imported: count,
  repaired: z.array(remark),
  refused: z.array(remark),
  totals: z.record(z.string(), z.object({ before: z.number(), after: z.number() })),
  proposals: z.array(
    z.object({ row: z.number().int(), cell: z.string(), what: message, personId: id.nullable() }),
  ),
});

export const contract = {
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
  listTeaching: query('/programmes/teaching', {
    input: organisation.extend({ schoolYear: year, groupId: id.optional(), personId: id.optional() }),
    output: z.object({
      rows: z.array(teachingRow),
      teachers: z.array(
        z.object({ personId: id, name: z.string(), academicHours: count, elsewhere: count, hourly: count }),
      ),
      limit: count,
      hourlyLimit: count,
    }),
    summary: 'Teaching load by group and by teacher, with hours in other colleges counted',
  }),
  assignTeacher: command('/programmes/teaching/assign', {
    input: z.object({
      personId: id,
      groupId: id,
      moduleCode: text(40),
      academicHours: z.number().int().min(1).max(2000),
      schoolYear: year,
      terms: z.enum(TEACHING_TERMS).default('staff'),
    }),
    output: z.object({ id, load: count }),
    summary: 'Gives a module of a group to a teacher for a school year',
  }),
  endTeaching: command('/programmes/teaching/{id}/end', {
    input: z.object({ id, on: day }),
    output: z.object({ id }),
    summary: 'Ends the teaching of a module; `on` is the first day without it',
  }),
  listAdmission: query('/programmes/admission', {
    input: organisation.extend({ year: year.optional() }),
    output: z.object({
      year,
      years: z.array(year),
      rows: z.array(seatLineRow),
      /** The year before by code, with what has no line any more. */
      before: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          seats: count,
          applied: count.nullable(),
          enrolled: count.nullable(),
        }),
      ),
    }),
    summary: 'Seat lines and admission of a year beside the year before; by default the last year there is',
  }),
  saveSeatLine: command('/programmes/admission/save', {
    input: z.object({
      id: id.optional(),
      rev: z.number().int().optional(),
      programmeId: id,
      intakeYear: year,
      funding,
      seats: count.max(2000),
      applied: optional(count.max(100_000)),
      enrolled: optional(count.max(5000)),
      averageMark: optional(z.number().int().min(200).max(500)),
    }),
    output: z.object({ id }),
    summary: 'Writes a seat line with its admission',
  }),
  copySeatLines: command('/programmes/admission/copy', {
    input: organisation.extend({ to: year }),
    output: z.object({ copied: count, skipped: count }),
    summary: 'Repeats the seat lines of the year before, without admission; existing lines stay',
  }),
  countContingent: query('/programmes/contingent', {
    input: z.object({ intakeYear: year.optional() }),
    output: z.object({
      years: z.array(year),
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          known: z.boolean(),
          colleges: count,
          groups: count.nullable(),
          studying: count.nullable(),
          onLeave: count.nullable(),
          lost: count.nullable(),
          quota: count.nullable(),
          target: count.nullable(),
          paid: count.nullable(),
          own: count,
        }),
      ),
      asOf: day,
    }),
    summary: 'Contingent by programme code; another college’s figures below three students are withheld',
  }),
  previewImport: command('/programmes/imports/preview', {
    input: organisation.extend({
      kind: z.enum(IMPORT_KINDS),
      name: text(200),
      /** The file as base64. */
      content: z.string().max(Math.ceil(IMPORT_BYTES / 3) * 4),
      /** Column (from 0) → field, or null to leave it out. */
      columns: z.record(z.string(), z.string().nullable()).default({}),
      programmeId: id.optional(),
      year: year.optional(),
    }),
    output: z.object({
      importId: id,
      hash: z.string(),
      columns: z.array(
        z.object({
          column: z.number().int(),
          letters: z.string(),
          title: z.string(),
          field: z.string().nullable(),
          how: z.string(),
        }),
      ),
      /** Words of a field: `programmes:screen.upload.field.<id>`. */
      fields: z.array(z.object({ id: z.string(), required: z.boolean() })),
      missing: z.array(z.string()),
      report: importReport,
      /** What would be done: new records, changed ones, those that stay as they are. */
      plan: z.object({ add: count, change: count, same: count }),
      first: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
      note: z.string().nullable(),
    }),
    summary: 'Reads a file of a college’s system, maps its columns and says what is wrong, row by row',
  }),
  applyImport: command('/programmes/imports/apply', {
    input: z.object({
      importId: id,
      /** The hash the preview gave: the file looked at is the file applied. */
      hash: z.string(),
      mode: z.enum(['all', 'good']),
      /** Rows which, as a person has decided, are people the registry already knows. */
      same: z
        .array(z.object({ row: z.number().int(), personId: id }))
        .max(10_000)
        .default([]),
      /** For a curriculum: the day the plan holds from. */
      from: day.optional(),
    }),
    output: z.object({ added: count, changed: count, same: count, refused: count }),
    summary: 'Applies a previewed file: all rows or none, or the good rows only',
  }),
  listImports: query('/programmes/imports', {
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id,
          kind: z.enum(IMPORT_KINDS),
          fileName: z.string(),
          madeAt: z.string(),
          appliedAt: z.string().nullable(),
        }),
      ),
    }),
    summary: 'Files this college has brought',
  }),
};
