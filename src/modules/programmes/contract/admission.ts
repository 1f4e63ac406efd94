import { z } from 'zod';
import { command, day, id, query } from '../../../platform/use-case/contract.ts';
import { count, funding, optional, organisation, year } from './common.ts';

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

export const admission = {
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
};
