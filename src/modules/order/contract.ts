import { z } from 'zod';
import { command, day, id, listOf, moment, nothing, page, query } from '../../platform/use-case/contract.ts';
import { answerContract } from './answers/answer-contract.ts';
import { trainedContract } from './seats/trained-contract.ts';

export const VARIANT_STATES = [
  'queued',
  'running',
  'calculated',
  'failed',
  'cancelled',
  'proposed',
  'approved',
  'superseded',
] as const;

/** A sentence of the engine: its id (namespace engine-seats) and what fills it. */
export const sentence = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const variantSummary = z.object({
  seats: z.number().int(),
  lastYear: z.number().int(),
  groups: z.number().int(),
  colleges: z.number().int(),
  programmes: z.number().int(),
  /** People needed in the first year the order can serve, with the forecast's band. */
  needYear: z.number().int(),
  need: z.number(),
  low: z.number(),
  high: z.number(),
  unmet: z.number(),
  unmetOccupations: z.number().int(),
  /** Of them, by occupations that the region's colleges teach: only these an order can serve. */
  taught: z.object({ need: z.number(), unmet: z.number(), occupations: z.number().int() }).optional(),
  /** Kopecks over the years of study of the decided intake. */
  cost: z.number(),
  needLines: z.number().int(),
  baselines: z.array(
    z.object({ id: z.string(), unmet: z.number(), goal: z.number(), taughtUnmet: z.number().optional() }),
  ),
  goal: z.number(),
  /** Counted by the closed formula, programme by programme: the balance's hint. */
  hintSeats: z.number().int(),
});

export const certificateView = z.object({
  /** No plan is better by more than this share: by our own bound, and as the solver reports. */
  proved: z.number(),
  reported: z.number(),
  epsilon: z.number(),
  fingerprint: z.string(),
  violations: z.number().int(),
  solver: z.string(),
});

export const variantRow = z.object({
  id,
  decisionYear: z.number().int(),
  version: z.number().int(),
  title: z.string(),
  state: z.enum(VARIANT_STATES),
  createdAt: moment,
  calculatedAt: moment.nullable(),
  preparedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: moment.nullable(),
  documentNumber: z.string().nullable(),
  forecastVersion: z.number().int(),
  basedOn: id.nullable(),
  jobId: id.nullable(),
  rev: z.number().int(),
  summary: variantSummary.nullable(),
  certificate: certificateView.nullable(),
});

const decision = z.object({
  programmeId: id,
  seats: z.number().int().min(0).max(500),
  reason: z.string().trim().min(5).max(500),
});

export const decidedSeats = z.object({
  programmeId: id,
  seats: z.number().int(),
  reason: z.string(),
  code: z.string(),
  name: z.string(),
  college: z.string(),
  /** What the calculation gave before anybody decided; unknown until the variant is calculated. */
  calculated: z.number().int().nullable(),
});

export const orderRow = z.object({
  code: z.string(),
  name: z.string(),
  fieldGroup: z.string().nullable(),
  fieldGroupName: z.string().nullable(),
  needYear: z.number().int(),
  need: z.number(),
  low: z.number(),
  high: z.number(),
  pipeline: z.number(),
  planned: z.number(),
  shortage: z.number(),
  seats: z.number().int(),
  lastYear: z.number().int(),
  hint: z.number().int().nullable(),
  colleges: z.number().int(),
  decided: z.boolean(),
});

export const seatRow = z.object({
  id,
  programmeId: id,
  code: z.string(),
  name: z.string(),
  base: z.number().int(),
  form: z.string(),
  collegeId: id,
  college: z.string(),
  municipality: z.string().nullable(),
  intakeYear: z.number().int(),
  seats: z.number().int(),
  calculated: z.number().int(),
  groups: z.number().int(),
  lastYear: z.number().int(),
  reason: z.string().nullable(),
});

export const contract = {
  ...answerContract,
  ...trainedContract,
  listVariants: query('/order/variants', {
    input: page.extend({ year: z.number().int().optional() }),
    output: listOf(variantRow),
    summary: 'Variants of the training order',
  }),
  getVariant: query('/order/variants/{id}', {
    input: z.object({ id: z.union([id, z.literal('latest')]) }),
    output: variantRow.extend({
      problem: z.object({ because: z.array(sentence), advice: z.array(sentence) }).nullable(),
      decisions: z.array(decidedSeats),
      /** The variant this one departs from: beside it stands what the decisions cost. */
      base: z
        .object({ id, version: z.number().int(), title: z.string(), summary: variantSummary })
        .nullable(),
      /** Sent back by who was to approve it. */
      returned: z.object({ reason: z.string(), by: z.string().nullable(), at: moment }).nullable(),
    }),
    summary: 'One variant with its certificate; `latest` is the approved, else the newest calculated one',
  }),
  startVariant: command('/order/variants/start', {
    input: z.object({
      title: z.string().trim().min(1).max(160),
      decisionYear: z.number().int().min(2020).max(2060),
      basedOn: id.optional(),
      /** Decisions against the calculation: these seats are fixed, with a reason. */
      decisions: z.array(decision).max(200).default([]),
      /** Scenario: all budgets or all needs changed by a share; unsaid, as in `basedOn`, else nothing is changed. */
      budgetChange: z.number().min(-0.9).max(2).optional(),
      needCase: z.enum(['low', 'base', 'high']).optional(),
    }),
    output: z.object({ id, jobId: id, version: z.number().int() }),
    summary:
      'Starts a calculation of the order over the newest forecast, or over that of the variant it departs from',
  }),
  listOrder: query('/order/variants/{id}/order', {
    input: z.object({
      id: z.union([id, z.literal('latest')]),
      group: z.string().optional(),
      search: z.string().max(100).optional(),
      shortageFirst: z.boolean().default(false),
    }),
    output: z.object({
      variant: z.object({
        id,
        version: z.number().int(),
        decisionYear: z.number().int(),
        state: z.enum(VARIANT_STATES),
      }),
      rows: z.array(orderRow),
    }),
    summary: 'The order by programme code: need, supply, seats, change',
  }),
  listSeats: query('/order/variants/{id}/seats', {
    input: z.object({
      id: z.union([id, z.literal('latest')]),
      code: z.string().optional(),
      year: z.number().int().optional(),
    }),
    output: z.object({ variantId: id, rows: z.array(seatRow) }),
    summary: 'Seats by college and programme, inside one’s scope',
  }),
  whySeats: query('/order/variants/{variantId}/why', {
    input: z.object({ variantId: id, programmeId: id, year: z.number().int().optional() }),
    output: z.object({
      seat: seatRow,
      answer: sentence,
      waterfall: z.array(z.object({ id: z.string(), people: z.number() })),
      binding: z.array(sentence),
      forces: z.array(sentence.extend({ weight: z.number() })),
      backing: z.object({
        lines: z.array(
          z.object({
            id,
            organisation: z.string(),
            municipality: z.string(),
            occupation: z.string(),
            year: z.number().int(),
            people: z.number(),
          }),
        ),
        modelPeople: z.number(),
        linePeople: z.number(),
        enterprises: z.number().int(),
        hidden: z.number().int(),
      }),
      hint: z
        .object({
          seats: z.number().int(),
          need: z.number(),
          pipeline: z.number(),
          other: z.number(),
          yield: z.number(),
        })
        .nullable(),
      decision: z.object({ reason: z.string(), by: z.string().nullable(), at: moment.nullable() }).nullable(),
    }),
    summary: 'Why so many seats: answer, way of the number, limits, need lines behind it',
  }),
  askWhatIf: command('/order/variants/{variantId}/what-if', {
    input: z.object({ variantId: id, programmeId: id, seats: z.number().int().min(0).max(500) }),
    output: z.object({ jobId: id }),
    summary: 'Re-solves the order with another number of seats; the job’s result tells what changes',
  }),
  compareVariants: query('/order/compare', {
    input: z.object({ a: id, b: id }),
    output: z.object({
      a: variantRow,
      b: variantRow,
      rows: z.array(
        z.object({
          programmeId: id,
          code: z.string(),
          name: z.string(),
          college: z.string(),
          from: z.number().int(),
          to: z.number().int(),
        }),
      ),
    }),
    summary: 'Two variants side by side',
  }),
  propose: command('/order/variants/{id}/propose', {
    input: z.object({ id, rev: z.number().int() }),
    output: z.object({ id }),
    summary: 'Sends a calculated variant for approval',
  }),
  approve: command('/order/variants/{id}/approve', {
    input: z.object({ id, rev: z.number().int(), number: z.string().trim().min(1).max(40), on: day }),
    output: z.object({ id, documentHash: z.string() }),
    summary:
      'Approves the order: another person than the one who prepared it; it cannot be changed afterwards',
  }),
  giveBack: command('/order/variants/{id}/return', {
    input: z.object({ id, rev: z.number().int(), reason: z.string().trim().min(5).max(500) }),
    output: z.object({ id }),
    summary: 'Sends a proposed variant back to who prepared it, with the reason',
  }),
  listMySeats: query('/order/seats/mine', {
    input: nothing,
    output: z.object({
      variant: z
        .object({
          id,
          version: z.number().int(),
          decisionYear: z.number().int(),
          state: z.enum(VARIANT_STATES),
        })
        .nullable(),
      rows: z.array(seatRow),
    }),
    summary: 'The seats of one’s own college in the newest order',
  }),
  publicSeats: query('/order/public', {
    input: z.object({ search: z.string().max(100).optional(), code: z.string().optional() }),
    output: z.object({
      year: z.number().int().nullable(),
      state: z.enum(VARIANT_STATES).nullable(),
      total: z.number().int(),
      colleges: z.number().int(),
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          college: z.string(),
          municipality: z.string().nullable(),
          lat: z.number().nullable(),
          lon: z.number().nullable(),
          base: z.number().int(),
          form: z.string(),
          months: z.number().int(),
          seats: z.number().int(),
        }),
      ),
    }),
    summary: 'Where one can study free of charge, for everybody',
  }),
  districtSheet: query('/order/district', {
    input: z.object({ municipalityId: id.optional() }),
    output: z.object({
      municipality: z.object({ id, name: z.string(), isRural: z.boolean(), zone: z.string() }),
      need: z.object({
        /** Null: so few enterprises stand behind it that the sum would tell of one. */
        stated: z.number().int().nullable(),
        enterprises: z.number().int().nullable(),
        byOccupation: z.array(z.object({ name: z.string(), people: z.number().int() })),
        /** Occupations that would tell of one enterprise, or uncover such a one by subtraction. */
        withheld: z.object({ occupations: z.number().int(), people: z.number().int().nullable() }),
      }),
      applicants: z
        .object({ year: z.number().int(), grade9: z.number().int(), grade11: z.number().int() })
        .nullable(),
      seatsNear: z.array(
        z.object({
          college: z.string(),
          municipality: z.string(),
          km: z.number(),
          byRoad: z.boolean(),
          code: z.string(),
          name: z.string(),
          seats: z.number().int(),
        }),
      ),
      seatsWithin50: z.number().int(),
    }),
    summary: 'A district on one sheet: need, seats within 50 km, own school leavers',
  }),
};
