import { z } from 'zod';
import { day, id } from '../../../platform/use-case/contract.ts';
import { PLAN_KINDS } from '../plans/schemas.ts';
import { hazardRow } from '../rules/limits.ts';
import { offerStates } from '../states.ts';

export const LODGING = ['none', 'free', 'paid'] as const;
export const TRANSPORT = ['none', 'bus', 'paid'] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const count = z.number().int().min(0);
const code = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, 'practice:error.code');
const maybeId = id.nullish().transform((value) => value ?? null);

/** What an enterprise may write; the same schema checks the form and the request. */
export const offerFields = z
  .object({
    title: text(200),
    programmes: z.array(code).min(1, 'practice:error.noProgramme').max(40),
    competences: z.array(text(20)).max(80).default([]),
    kinds: z.array(z.enum(PLAN_KINDS)).min(1).default(['PP']),
    from: day,
    to: day,
    capacity: z.number().int().min(1).max(500),
    minGroup: z.number().int().min(1).max(500).default(1),
    municipalityId: maybeId,
    address: text(300),
    minutesADay: z.number().int().min(60).max(720),
    daysAWeek: z.number().int().min(1).max(6),
    night: z.boolean().default(false),
    works: z.string().trim().max(2000).default(''),
    hazards: z.array(z.string().max(40)).max(40).default([]),
    needsMedical: z.boolean().default(false),
    takesMinors: z.boolean().default(true),
    accessible: z.boolean().default(false),
    lodging: z.enum(LODGING).default('none'),
    transport: z.enum(TRANSPORT).default('none'),
    /** Kopecks a month; 0: no pay. */
    pay: z.number().int().min(0).max(100_000_000).default(0),
    employs: z.boolean().default(false),
    keptFor: maybeId,
  })
  .refine((offer) => offer.from <= offer.to, { path: ['to'], message: 'practice:error.endsBeforeStart' })
  .refine((offer) => offer.minGroup <= offer.capacity, {
    path: ['minGroup'],
    message: 'practice:error.minOverCapacity',
  });

export const offerRow = z.object({
  id,
  organisationId: id,
  organisation: z.string(),
  title: z.string(),
  programmes: z.array(z.string()),
  kinds: z.array(z.enum(PLAN_KINDS)),
  from: day,
  to: day,
  capacity: count,
  /** The most units taken on one day. */
  taken: count,
  minGroup: count,
  municipalityId: id.nullable(),
  municipality: z.string().nullable(),
  isRural: z.boolean(),
  /** Hidden for a plant of restricted access until there is an agreement with it. */
  address: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  km: z.number().nullable(),
  byRoad: z.boolean(),
  minutesADay: count,
  daysAWeek: count,
  needsMedical: z.boolean(),
  takesMinors: z.boolean(),
  lodging: z.enum(LODGING),
  transport: z.enum(TRANSPORT),
  pay: count,
  employs: z.boolean(),
  restricted: z.boolean(),
  state: z.enum(offerStates.states),
  mentors: count,
});

export const offerCard = offerRow.extend({
  competences: z.array(z.string()),
  night: z.boolean(),
  works: z.string(),
  hazards: z.array(z.string()),
  hazardList: z.array(hazardRow),
  accessible: z.boolean(),
  keptFor: id.nullable(),
  rev: z.number().int(),
});
