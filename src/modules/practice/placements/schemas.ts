import { z } from 'zod';
import { day, id } from '../../../platform/use-case/contract.ts';
import { stretch } from '../rules/limits.ts';
import { placementStates } from '../states.ts';

export const WAYS = ['group', 'named', 'target', 'own'] as const;
export const SIDES = ['student', 'enterprise', 'college', 'other'] as const;
export const PAPERS = [
  'agreement',
  'order',
  'leaveHome',
  'guardian',
  'medical',
  'briefing',
  'mentor',
  'log',
] as const;
/** `idle`: not needed (yet). */
export const PAPER_STATES = ['done', 'waiting', 'remind', 'blocks', 'idle'] as const;
export const CONSENTS = ['leave_home', 'guardian'] as const;

const count = z.number().int().min(0);
const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable());
export const papers = z.object(
  Object.fromEntries(PAPERS.map((one) => [one, z.enum(PAPER_STATES)])) as Record<
    (typeof PAPERS)[number],
    z.ZodEnum<{ [K in (typeof PAPER_STATES)[number]]: K }>
  >,
);
export type Papers = z.output<typeof papers>;

export const reason = z.object({ rule: z.string(), key: z.string(), params });

export const boardRow = z.object({
  studentId: id,
  personId: id,
  name: z.string(),
  age: z.number().int().nullable(),
  minor: z.boolean(),
  placementId: id.nullable(),
  state: z.enum(placementStates.states).nullable(),
  hostId: id.nullable(),
  host: z.string().nullable(),
  offer: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  mentor: z.string().nullable(),
  /** The mentor's sheet is there. */
  appraised: z.boolean(),
  papers,
  /** Working days of the log without an entry, up to yesterday. */
  gaps: count,
  /** noPlace: without a place; papers: something lacks; ready; onSite; over. */
  stage: z.enum(['noPlace', 'papers', 'ready', 'onSite', 'over']),
  /** What is to be done next, as a message id of `practice:next.*`. */
  next: z.string(),
  nextParams: params,
  rev: z.number().int().nullable(),
  /** From the personal file. */
  homeId: id.nullable(),
  needsAccess: z.boolean(),
  guardianName: z.string().nullable(),
  guardianContact: z.string().nullable(),
});
export type BoardRow = z.output<typeof boardRow>;

export const judgedStudent = z.object({
  studentId: id,
  name: z.string(),
  timetable: z.array(stretch),
  refusals: z.array(reason),
});
