import { z } from 'zod';
import { day, id, moment } from '../../../platform/use-case/contract.ts';
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

const count = z.number().int().min(0);

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

export const roundCard = roundRow.extend({
  classes: z.array(priorityClass),
  /** SHA-256 of the seed, published at the opening. */
  commitment: z.string(),
  inputHash: z.string().nullable(),
  /** Told after the draw. */
  seed: z.string().nullable(),
  beacon: z.string().nullable(),
  jobId: id.nullable(),
  run: count,
  plans: z.array(z.object({ id, group: z.string(), title: z.string(), students: count, ranked: count })),
  offers: z.array(
    z.object({
      id,
      title: z.string(),
      host: z.string(),
      seats: count,
      minGroup: count,
      firstChoices: count,
      placed: count.nullable(),
      cutoff: z.number().int().nullable(),
      closed: z.boolean(),
      leftOn: day.nullable(),
      leftWhy: z.string().nullable(),
    }),
  ),
  statistics: z
    .object({ students: count, placed: count, seats: count, byRank: z.array(count), rankSum: count })
    .nullable(),
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
  offers: z.array(
    z.object({
      id,
      title: z.string(),
      host: z.string(),
      municipality: z.string().nullable(),
      km: z.number().nullable(),
      seats: count,
      minGroup: count,
      works: z.string(),
      minutesADay: count,
      needsMedical: z.boolean(),
      lodging: z.string(),
      transport: z.string(),
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
      rank: z.number().int().nullable(),
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
