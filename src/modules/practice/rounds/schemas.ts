import { z } from 'zod';
import { day, id, moment } from '../../../platform/use-case/contract.ts';
import { LODGING, TRANSPORT } from '../offers/schemas.ts';
import { roundStates } from '../states.ts';

export const RULES = ['student-optimal', 'place-optimal', 'place-more', 'best-ranks'] as const;
export const POLICIES = ['stable', 'frozen'] as const;

/** What stands before the lottery, in this order; a class is a small number and less is better. */
export const priorityClass = z.discriminatedUnion('kind', [
  /** Who needs an accessible place goes first. */
  z.object({ kind: z.literal('access') }),
  /** Who lives in the municipality of the place goes first. */
  z.object({ kind: z.literal('district') }),
  /** Nearer bands first; the last class is all that is farther. */
  z.object({ kind: z.literal('distance'), bands: z.array(z.number().int().min(1).max(5000)).min(1).max(10) }),
]);
export type PriorityClass = z.output<typeof priorityClass>;

export const PIN_REASONS = ['target', 'own', 'named'] as const;

/** Seats of one college or one programme at a place or at an enterprise: at most so many, or kept for them first. */
export const quota = z
  .object({
    kind: z.enum(['ceiling', 'reserve']),
    seats: z.number().int().min(0).max(5000),
    offerId: id.optional(),
    hostId: id.optional(),
    organisationId: id.optional(),
    programme: z.string().max(20).optional(),
  })
  .refine((one) => (one.offerId === undefined) !== (one.hostId === undefined), {
    path: ['offerId'],
    message: 'practice:round.error.quotaWhere',
  })
  .refine((one) => one.organisationId !== undefined || one.programme !== undefined, {
    path: ['organisationId'],
    message: 'practice:round.error.quotaWhose',
  });
export type Quota = z.output<typeof quota>;

/** How many one enterprise takes over all its places together. */
export const cap = z.object({ hostId: id, seats: z.number().int().min(0).max(5000) });
export type Cap = z.output<typeof cap>;

/** What a round is opened with; the same schema checks the form and the request. */
export const openingFields = z.object({
  title: z.string().trim().min(1).max(200),
  schoolYear: z.number().int().min(2000).max(2060),
  rule: z.enum(RULES).default('student-optimal'),
  policy: z.enum(POLICIES).default('stable'),
  classes: z.array(priorityClass).max(4).default([]),
  quotas: z.array(quota).max(500).default([]),
  caps: z.array(cap).max(3000).default([]),
  /** Who found no place by the own list is placed by distance, marked as decided by the administration. */
  leftovers: z.boolean().default(false),
  /** Until this day the placed say whether they take the place. */
  answerBy: day.nullish().transform((value) => value ?? null),
  opensAt: moment,
  freezesAt: moment,
  planIds: z.array(id).min(1).max(500),
  offers: z
    .array(z.object({ id, seats: z.number().int().min(1).max(500) }))
    .min(1)
    .max(3000),
});

const count = z.number().int().min(0);
const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Why a student is not at a place: the engine's own facts with the place's name. */
export const refusal = z.object({
  offerId: id,
  title: z.string(),
  reason: z.string(),
  position: z.number().int().nullable(),
  cutoff: z.number().int().nullable(),
  ahead: z.number().int().nullable(),
  had: z.number().int().nullable(),
  minimum: z.number().int().nullable(),
  /** Classes before the lottery, the first deciding: own and of the last who got in. */
  tier: z.number().int().nullable(),
  cutoffTier: z.number().int().nullable(),
  /** Seats there were, and how many wanted them; absent in what is stored. */
  seats: z.number().int().nullable(),
  asked: z.number().int().nullable(),
  host: z.string(),
  /** The lottery decided among equals. */
  byLot: z.boolean(),
  /** The smallest change that would have placed the student there or better. */
  change: z.object({ kind: z.string(), value: z.number().int() }).nullable(),
});

export const roundRow = z.object({
  id,
  title: z.string(),
  organisationId: id.nullable(),
  schoolYear: count,
  rule: z.enum(RULES),
  policy: z.enum(POLICIES),
  state: z.enum(roundStates.states),
  opensAt: moment,
  freezesAt: moment,
  groups: count,
  students: count,
  ranked: count,
  places: count,
  seats: count,
  placed: count.nullable(),
  rev: z.number().int(),
});

const shortage = z.object({ students: count, placed: count, seats: count, wanted: count });

export const roundCard = roundRow.extend({
  classes: z.array(priorityClass),
  quotas: z.array(quota),
  caps: z.array(cap.extend({ host: z.string() })),
  leftovers: z.boolean(),
  ruleVersion: z.string(),
  answerBy: day.nullable(),
  frozenAt: moment.nullable(),
  publishedAt: moment.nullable(),
  /** What the rules refused when it was last tried to publish. */
  faults: z.array(z.object({ path: z.string(), key: z.string(), params })),
  pins: count,
  administrative: count.nullable(),
  confirmed: count,
  withdrawn: count,
  closures: z.array(
    z.object({ offerId: id, title: z.string(), host: z.string(), had: count, minimum: count, round: count }),
  ),
  /** Who found no place, and what was free: by speciality and by district. */
  bySpeciality: z.array(shortage.extend({ code: z.string(), name: z.string() })),
  byDistrict: z.array(
    shortage.extend({
      id: id.nullable(),
      name: z.string(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
    }),
  ),
  byCollege: z.array(
    z.object({
      college: z.string(),
      students: count,
      placed: count,
      rural: count,
      ruralPlaced: count,
      urban: count,
      urbanPlaced: count,
    }),
  ),
  runs: z.array(
    z.object({
      run: count,
      cause: z.enum(['draw', 'repair']),
      madeAt: moment,
      ms: count.nullable(),
      placed: count.nullable(),
      inputHash: z.string(),
    }),
  ),
  /** SHA-256 of the seed, published at the opening. */
  commitment: z.string(),
  inputHash: z.string().nullable(),
  /** Told after the draw. */
  seed: z.string().nullable(),
  beacon: z.string().nullable(),
  jobId: id.nullable(),
  run: count,
  plans: z.array(
    z.object({
      id,
      group: z.string(),
      college: z.string(),
      title: z.string(),
      students: count,
      ranked: count,
      placed: count.nullable(),
    }),
  ),
  offers: z.array(
    z.object({
      id,
      title: z.string(),
      hostId: id,
      host: z.string(),
      municipality: z.string().nullable(),
      seats: count,
      minGroup: count,
      firstChoices: count,
      asked: count,
      placed: count.nullable(),
      administrative: count,
      cutoff: z.number().int().nullable(),
      tier: z.number().int().nullable(),
      byLot: z.boolean().nullable(),
      closed: z.boolean(),
      leftOn: day.nullable(),
      leftWhy: z.string().nullable(),
    }),
  ),
  statistics: z
    .object({ students: count, placed: count, seats: count, byRank: z.array(count), rankSum: count })
    .nullable(),
});

/** An enterprise the student has found; the college answers. */
export const ownFind = z.object({
  id,
  planId: id,
  plan: z.string(),
  enterprise: z.string(),
  contact: z.string(),
  works: z.string(),
  state: z.enum(['proposed', 'confirmed', 'declined', 'withdrawn']),
  place: z.string().nullable(),
  answer: z.string().nullable(),
  proposedAt: moment,
});

/** One of the student's rounds: what may be ranked, the own list, and the result when it is published. */
export const ownRound = z.object({
  id,
  title: z.string(),
  state: z.enum(roundStates.states),
  freezesAt: moment,
  plan: z.string(),
  from: day,
  to: day,
  commitment: z.string(),
  seed: z.string().nullable(),
  pseudonym: id.nullable(),
  withdrawn: z.boolean(),
  rev: z.number().int(),
  planId: id,
  rule: z.enum(RULES),
  classes: z.array(priorityClass),
  /** Agreed already, before the draw: where. */
  pinned: z.string().nullable(),
  answerBy: day.nullable(),
  confirmed: z.boolean(),
  placementId: id.nullable(),
  offers: z.array(
    z.object({
      id,
      title: z.string(),
      host: z.string(),
      address: z.string(),
      wanted: count,
      /** What stops this student there, in words; such a place cannot be ranked. */
      refused: z.object({ key: z.string(), params }).nullable(),
      leavesHome: z.boolean(),
      municipality: z.string().nullable(),
      km: z.number().nullable(),
      seats: count,
      minGroup: count,
      works: z.string(),
      minutesADay: count,
      needsMedical: z.boolean(),
      lodging: z.enum(LODGING),
      transport: z.enum(TRANSPORT),
      pay: count,
      left: z.boolean(),
    }),
  ),
  ranks: z.array(id),
  result: z
    .object({
      offerId: id.nullable(),
      title: z.string().nullable(),
      host: z.string().nullable(),
      administrative: z.boolean(),
      pinned: z.boolean(),
      rank: z.number().int().nullable(),
      /** Own position at the place that was got, of how many. */
      position: z.number().int().nullable(),
      seats: z.number().int().nullable(),
      /** The place would have been the same with it standing first; recomputed. */
      sameIfFirst: z.boolean().nullable(),
      /** The lottery decided nothing for this student. */
      lotMattered: z.boolean(),
      refusals: z.array(refusal),
    })
    .nullable(),
});

export const repairPreview = z.object({
  withdrawn: count,
  left: count,
  /** Those who would have another place than now, or one where they had none. */
  moved: count,
  moves: z.array(
    z.object({
      name: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      kind: z.enum(['better', 'worse', 'lost', 'got', 'left']),
    }),
  ),
  /** Would rather be elsewhere and stand ahead of somebody there. */
  envies: count,
  /** Names this very preview: the repair applies what was shown or nothing. */
  token: z.string(),
});

/** One student of the own college in a round. */
export const watchRow = z.object({
  studentId: id,
  name: z.string(),
  planId: id,
  group: z.string(),
  entered: z.boolean(),
  withdrawn: z.boolean(),
  ranked: count,
  pinned: z.object({ why: z.enum(PIN_REASONS), title: z.string(), host: z.string() }).nullable(),
  place: z.string().nullable(),
  host: z.string().nullable(),
  rank: z.number().int().nullable(),
  administrative: z.boolean(),
  confirmed: z.boolean(),
});

/** What a round may be opened over. */
export const roundChoices = z.object({
  plans: z.array(
    z.object({
      id,
      group: z.string(),
      collegeId: id,
      college: z.string(),
      title: z.string(),
      programme: z.string(),
      from: day,
      to: day,
      students: count,
    }),
  ),
  offers: z.array(
    z.object({
      id,
      title: z.string(),
      hostId: id,
      host: z.string(),
      municipality: z.string().nullable(),
      programmes: z.array(z.string()),
      seats: count,
      minGroup: count,
    }),
  ),
});

/** A draw as everybody may see it: nobody's name, no border under three. */
export const publicDraw = z.object({
  id,
  title: z.string(),
  state: z.enum(roundStates.states),
  rule: z.enum(RULES),
  ruleVersion: z.string(),
  classes: z.array(priorityClass),
  leftovers: z.boolean(),
  opensAt: moment,
  freezesAt: moment,
  publishedAt: moment.nullable(),
  /** SHA-256 of the committed seed, told at the opening. */
  commitment: z.string(),
  inputHash: z.string().nullable(),
  label: z.string(),
  beacon: z.string().nullable(),
  committedSeed: z.string().nullable(),
  /** The seed the tickets are drawn from. */
  seed: z.string().nullable(),
  statistics: z
    .object({
      students: count,
      placed: count,
      seats: count,
      byRank: z.array(count),
      rankSum: count,
      administrative: count,
    })
    .nullable(),
  places: z.array(
    z.object({
      id,
      title: z.string(),
      host: z.string(),
      municipality: z.string().nullable(),
      seats: count,
      closed: z.boolean(),
      asked: count.nullable(),
      cutoff: z.number().int().nullable(),
      tier: z.number().int().nullable(),
    }),
  ),
  bySpeciality: z.array(z.object({ code: z.string(), name: z.string(), students: count, placed: count })),
});

export const publicPractice = z.object({
  schoolYear: count,
  due: count,
  placed: count,
  rural: count,
  ruralPlaced: count,
  places: count,
  districts: z.array(
    z.object({
      id,
      name: z.string(),
      shortName: z.string(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      isRural: z.boolean(),
      due: count.nullable(),
      placed: count.nullable(),
      /** Practising at the district's enterprises; places there and how many are free. */
      here: count.nullable(),
      places: count.nullable(),
      free: count.nullable(),
      hosts: count.nullable(),
      withheld: z.boolean(),
    }),
  ),
});
