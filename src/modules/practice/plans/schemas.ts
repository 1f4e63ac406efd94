import { z } from 'zod';
import { day, id } from '../../../platform/use-case/contract.ts';
import { planStates } from '../states.ts';

export const PLAN_KINDS = ['UP', 'PP', 'PDP', 'ST'] as const;
export const HELD_AT = ['college', 'enterprise'] as const;
export const COLLISIONS = [
  'groupTwice',
  'workshopFull',
  'supervisorTwice',
  'outsideYear',
  'outsideProgramme',
  'noWorkingDays',
  'tooManyHours',
  'moduleHours',
  'noModule',
] as const;
/** The largest file with a year plan, in bytes. */
export const PLAN_BYTES = 4_000_000;

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const year = z.number().int().min(2000).max(2060);

export const collision = z.object({
  kind: z.enum(COLLISIONS),
  /** A plan with a blocking collision is not approved. */
  blocks: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const planRow = z.object({
  id,
  college: z.string(),
  groupId: id,
  group: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  course: count,
  students: count,
  schoolYear: year,
  kind: z.enum(PLAN_KINDS),
  moduleCode: z.string(),
  title: z.string(),
  from: day,
  to: day,
  academicHours: count,
  competences: z.array(z.string()),
  heldAt: z.enum(HELD_AT),
  supervisorId: id.nullable(),
  supervisor: z.string().nullable(),
  workshopId: id.nullable(),
  /** The form or method of the platform's catalogue it goes by. */
  formId: id.nullable(),
  form: z.string().nullable(),
  orderNumber: z.string().nullable(),
  orderOn: day.nullable(),
  state: z.enum(planStates.states),
  rev: z.number().int(),
  /** How far the placing is: students with a place, with all papers, started. */
  placed: count,
  ready: count,
  started: count,
  collisions: z.array(collision),
});

export const planFields = z
  .object({
    groupId: id,
    kind: z.enum(PLAN_KINDS),
    moduleCode: text(40),
    title: text(300),
    from: day,
    to: day,
    academicHours: z.number().int().min(1).max(3000),
    competences: z.array(text(20)).max(80).default([]),
    heldAt: z.enum(HELD_AT),
    supervisorId: id.nullish().transform((value) => value ?? null),
    workshopId: id.nullish().transform((value) => value ?? null),
    formId: id.nullish().transform((value) => value ?? null),
  })
  .refine((plan) => plan.from <= plan.to, { path: ['to'], message: 'practice:error.endsBeforeStart' });

export const fileRemark = z.object({
  row: count,
  cell: z.string(),
  refused: z.boolean(),
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
