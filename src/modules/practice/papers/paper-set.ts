import { z } from 'zod';
import { day } from '../../../platform/use-case/contract.ts';
import { PLAN_KINDS } from '../plans/schemas.ts';

const words = (max: number) => z.string().trim().max(max);
const orNull = (max: number) =>
  words(max)
    .nullish()
    .transform((value) => value || null);
const person = z.object({ name: words(200), post: orNull(200) });
/** An organisation as it stands in a paper; what is empty is left as a line for handwriting. */
const paperParty = z.object({
  fullName: z.string().trim().min(1).max(400),
  shortName: z.string().trim().min(1).max(200),
  inn: orNull(12),
  address: orNull(300),
  headPost: orNull(200),
  headName: orNull(200),
  /** «Устав», «Доверенность № 5 от 01.09.2026». */
  authority: orNull(300),
});
const dayOrNull = day.nullish().transform((value) => value ?? null);

/** In the place of an enterprise, in a paper about a group that goes to several. */
export const MANY_HOSTS = 'профильные организации (по списку)';

export const PAPER_KINDS = [
  'agreement',
  'order',
  'hostOrder',
  'task',
  'briefing',
  'log',
  'report',
  'appraisal',
  'reference',
  'gradeSheet',
  'consents',
] as const;
/** Papers of a whole group, wherever its students go; each of the others is about one enterprise. */
export const KINDS_OF_ALL = ['order', 'gradeSheet', 'consents'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Marks of one appraised thing: `null` leaves the cell for handwriting. */
const appraised = z.object({
  code: words(40),
  title: words(300),
  mastered: z.boolean().nullable().default(null),
});

export const paperStudent = z.object({
  /** The placement, where there is one. */
  id: orNull(60),
  /** Address of a one-time link, printed as QR on the consent. */
  link: orNull(400),
  name: z.string().trim().min(3).max(200),
  birthDate: dayOrNull,
  /** Under 18 on the first day, where the birthday is known. */
  minor: z.boolean().default(false),
  mentor: person.nullish().transform((value) => value ?? null),
  /** Workplace: «Сварщик, цех № 2». */
  place: orNull(200),
  minutesADay: z
    .number()
    .int()
    .nullish()
    .transform((value) => value ?? null),
  guardian: orNull(200),
  briefingOn: dayOrNull,
  log: z.array(z.object({ day, note: words(1000), minutes: z.number().int() })).default([]),
  competences: z.array(appraised).default([]),
  qualities: z
    .array(z.object({ title: words(200), mark: z.number().int().min(1).max(5).nullable().default(null) }))
    .default([]),
  reference: orNull(4000),
  grade: z
    .number()
    .int()
    .min(2)
    .max(5)
    .nullish()
    .transform((value) => value ?? null),
});
export type PaperStudent = z.output<typeof paperStudent>;

/** Everything the papers of one group are made of: typed in on the first day, or read from a placed group. */
export const paperSet = z.object({
  college: paperParty,
  host: paperParty,
  city: orNull(100),
  programme: z.object({ code: words(20), name: words(300) }),
  group: words(40),
  practice: z.object({
    kind: z.enum(PLAN_KINDS),
    module: orNull(60),
    title: words(300),
    from: day,
    to: day,
    academicHours: z
      .number()
      .int()
      .nullish()
      .transform((value) => value ?? null),
    /** «ПК 1.1 Выполнять ручную дуговую сварку». */
    competences: z.array(words(300)).max(60),
    works: orNull(1000),
    address: orNull(300),
  }),
  agreement: z.object({
    number: orNull(60),
    on: dayOrNull,
    from: dayOrNull,
    to: dayOrNull,
    listDays: z
      .number()
      .int()
      .nullish()
      .transform((value) => value ?? null),
  }),
  order: z.object({ number: orNull(60), on: dayOrNull }),
  hostOrder: z.object({ number: orNull(60), on: dayOrNull }).default({ number: null, on: null }),
  gradeSheet: z.object({ number: orNull(60), on: dayOrNull }),
  supervisor: person.nullish().transform((value) => value ?? null),
  hostSupervisor: person.nullish().transform((value) => value ?? null),
  /** What is appraised besides competences; the region's list. */
  qualities: z.array(words(200)).max(30),
  students: z.array(paperStudent).min(1).max(60),
});
export type PaperSet = z.output<typeof paperSet>;
export type PaperSetInput = z.input<typeof paperSet>;
