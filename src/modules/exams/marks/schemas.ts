import { z } from 'zod';
import { day, id, moment } from '../../../platform/use-case/contract.ts';
import { count } from '../kits/schemas.ts';
import { params, SESSION_STATES } from '../sessions/schemas.ts';

/** One mark as a tablet makes it; its id is made there, so that a mark sent twice is one mark. */
export const newMark = z.object({
  id,
  examineeId: id,
  aspectId: id,
  value: z.number().int().min(0).max(100_000),
  device: z.string().min(4).max(60),
  sequence: z.number().int().min(1),
  deviceAt: moment,
});
export type NewMark = z.output<typeof newMark>;

export const markAnswer = z.object({
  id,
  outcome: z.enum(['accepted', 'known', 'refused']),
  key: z.string().nullable(),
  params,
  rule: z.string().nullable(),
});

export const aspectView = z.object({
  id,
  code: z.string(),
  title: z.string(),
  kind: z.enum(['measurement', 'judgement']),
  how: z.enum(['whole', 'steps', 'scale']),
  max: count,
  criterion: z.string(),
  note: z.string().nullable(),
  scale: z.array(z.string()).nullable(),
});

/** All that a tablet needs to work on without network. */
export const markSheet = z.object({
  sessionId: id,
  code: z.string(),
  day,
  state: z.enum(SESSION_STATES),
  programme: z.string(),
  kitCode: z.string(),
  centre: z.string(),
  minutes: count,
  max: count,
  judges: count,
  spread: count,
  personId: id,
  criteria: z.array(z.object({ code: z.string(), title: z.string(), max: count })),
  aspects: z.array(aspectView),
  places: z.array(
    z.object({
      examineeId: id,
      workplace: count,
      present: z.boolean(),
      startedAt: moment.nullable(),
      endedAt: moment.nullable(),
    }),
  ),
  experts: z.array(z.object({ personId: id, name: z.string() })),
  /** The standing marks of everybody. */
  marks: z.array(z.object({ examineeId: id, aspectId: id, personId: id, value: count })),
  signed: z.array(z.object({ examineeId: id, personId: id })),
  flagged: z.array(z.object({ examineeId: id, personId: id })),
  /** The server's clock: the tablet shows how far its own is off. */
  now: moment,
});
export type MarkSheet = z.output<typeof markSheet>;
