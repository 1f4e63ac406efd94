import { z } from 'zod';
import { day, id, moment } from '../../../platform/use-case/contract.ts';
import { count, LEVELS, REGIME_IDS } from '../kits/schemas.ts';
import { sessionStates } from '../states.ts';

export const ROLES_OF_SEAT = ['chief', 'line', 'technical', 'witness'] as const;
export const SEAT_STATES = ['invited', 'confirmed', 'declined', 'released'] as const;
export const SOURCES = ['here', 'federal', 'paper'] as const;
export const SESSION_STATES = sessionStates.states;
export const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable());
export const reason = z.object({ rule: z.string(), key: z.string(), params });

export const sessionRow = z.object({
  id,
  code: z.string(),
  day,
  startsAt: count,
  checkOn: day,
  state: z.enum(SESSION_STATES),
  regime: z.enum(REGIME_IDS),
  source: z.enum(SOURCES),
  kitId: id,
  kitCode: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  level: z.enum(LEVELS),
  centreId: id,
  centre: z.string(),
  organisationId: id,
  college: z.string(),
  workplaces: count,
  examinees: count,
  /** Marking experts asked or confirmed, and how many the kit wants. */
  line: count,
  required: count,
  chief: z.string().nullable(),
  waiting: count,
  appeals: count,
  incidents: count,
});
export type SessionRow = z.output<typeof sessionRow>;

export const seatView = z.object({
  id,
  personId: id,
  name: z.string(),
  role: z.enum(ROLES_OF_SEAT),
  state: z.enum(SEAT_STATES),
  ofEmployers: z.boolean(),
  organisation: z.string().nullable(),
  briefed: z.boolean(),
  conflicts: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['block', 'declare']),
      key: z.string(),
      params,
      students: count,
    }),
  ),
});
export const examineeView = z.object({
  id,
  studentId: id,
  name: z.string(),
  group: z.string(),
  attempt: count,
  workplace: count.nullable(),
  briefed: z.boolean(),
  helper: z.string().nullable(),
  identified: z.boolean(),
  present: z.boolean().nullable(),
  absence: z.enum(['valid', 'unexcused']).nullable(),
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  points: count.nullable(),
  max: count.nullable(),
  grade: count.nullable(),
  annulled: z.boolean(),
});
export const incidentView = z.object({
  id,
  kind: z.enum(['tie', 'site', 'clock', 'other']),
  text: z.string(),
  code: z.string().nullable(),
  at: moment,
  expert: z.string().nullable(),
  examinee: z.string().nullable(),
  decision: z.string().nullable(),
  marks: count,
});
export const sessionCard = sessionRow.extend({
  centreAddress: z.string(),
  minutes: count,
  max: count,
  announcedOn: day.nullable(),
  checkedOn: day.nullable(),
  taskGivenAt: moment.nullable(),
  videoUntil: day.nullable(),
  lockedAt: moment.nullable(),
  resultsOn: day.nullable(),
  why: z.object({ key: z.string(), params }).nullable(),
  seats: z.array(seatView),
  people: z.array(examineeView),
  incidentList: z.array(incidentView),
  draw: z
    .object({
      commitment: z.string(),
      method: z.enum(['lottery', 'hand']).nullable(),
      drawnAt: moment.nullable(),
      seed: z.string().nullable(),
      beacon: z.string().nullable(),
      witnesses: z.string().nullable(),
    })
    .nullable(),
  protocol: z
    .object({
      number: z.string(),
      version: count,
      hash: z.string(),
      madeAt: moment,
      signed: z.array(z.string()),
      missing: z.array(z.string()),
    })
    .nullable(),
  /** The steps that lead on from here, each with what still stands against it. */
  next: z.array(z.object({ event: z.string(), refusals: z.array(reason) })),
  rev: count,
});

/** Somebody who could take a seat; `why` is what stands against it. */
export const seatable = z.object({
  personId: id,
  name: z.string(),
  organisation: z.string().nullable(),
  why: reason.nullable(),
});

export const mySeat = z.object({
  id,
  sessionId: id,
  role: z.enum(ROLES_OF_SEAT),
  state: z.enum(SEAT_STATES),
  day,
  startsAt: count,
  checkOn: day,
  code: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  kitCode: z.string(),
  centre: z.string(),
  address: z.string(),
  college: z.string(),
  examinees: count,
  sessionState: z.enum(SESSION_STATES),
  /** A declaration is asked for: the expert's employer has an interest in an examinee. */
  declare: z.boolean(),
  briefed: z.boolean(),
});

export const planChoicesOut = z.object({
  kits: z.array(
    z.object({ id, code: z.string(), programmeCode: z.string(), title: z.string(), workplaces: count }),
  ),
  centres: z.array(z.object({ id, name: z.string(), workplaces: count, kitCodes: z.array(z.string()) })),
  groups: z.array(
    z.object({
      id,
      code: z.string(),
      organisationId: id,
      college: z.string(),
      programmeCode: z.string(),
      students: count,
      /** Who studies and is in no exam yet. */
      free: z.array(id),
    }),
  ),
});
