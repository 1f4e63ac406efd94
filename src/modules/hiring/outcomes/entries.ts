import { z } from 'zod';
import { command, day, id, listOf, query } from '../../../platform/use-case/contract.ts';
import { count, optionalText, WHATS } from '../schemas.ts';

const year = z.number().int().min(2000).max(2060);
const what = z.enum(WHATS);
const answer = z.object({
  what,
  inField: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  occupation: optionalText(20),
  employer: optionalText(200),
});

export const formRow = z.object({
  programmeCode: z.string(),
  programme: z.string(),
  /** Line of the form, 1 to 8, with its counts by column. */
  line: count,
  counts: z.record(z.string(), count),
  expected: z.record(z.string(), count),
  /** What does not add up; empty when the line is right. */
  faults: z.array(
    z.object({ control: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
});

export const outcomeEntries = {
  listOutcomes: query('/hiring/outcomes', {
    input: z.object({ year: z.coerce.number().int().optional() }),
    output: listOf(
      z.object({
        studentId: id.nullable(),
        /** Null where the reader may see counts only. */
        name: z.string().nullable(),
        college: z.string(),
        programmeCode: z.string(),
        graduationYear: year,
        people: count,
        answers: z.array(
          z.object({
            id: id.nullable(),
            months: z.number().int(),
            dueOn: day.nullable(),
            what: what.nullable(),
            inField: z.boolean().nullable(),
            how: z.string().nullable(),
            people: count,
          }),
        ),
      }),
    ).extend({ years: z.array(year) }),
    summary: 'What became of graduates at 3, 6 and 12 months: the college by name, offices in counts',
  }),
  noteOutcome: command('/hiring/outcomes/{id}', {
    input: answer.extend({ id, on: day.nullish() }),
    output: z.object({ id }),
    summary: 'The college notes what became of a graduate',
  }),
  askOutcomes: command('/hiring/outcomes/ask', {
    input: z.object({ ids: z.array(id).min(1).max(500) }),
    output: z.object({
      letters: count,
      sheets: z.array(z.object({ id, name: z.string(), address: z.string() })),
    }),
    summary:
      'Asks graduates by one-time links: a letter where an address is known, else a sheet to hand over',
  }),
  peekOutcome: command('/hiring/outcomes/peek', {
    input: z.object({ token: z.string().max(200) }),
    output: z.object({ open: z.boolean(), months: z.number().int().nullable() }),
    summary: 'Tells the holder of a link whether it still works; spends nothing',
  }),
  answerOutcome: command('/hiring/outcomes/answer', {
    input: answer.extend({ token: z.string().max(200) }),
    output: z.object({ answered: z.boolean(), why: z.string().nullable() }),
    summary: 'A graduate answers by a one-time link',
  }),
  previewOutcomeFile: command('/hiring/outcomes/file', {
    input: z.object({ name: z.string().max(200), content: z.string().max(6_000_000), year }),
    output: z.object({
      fileId: id,
      hash: z.string(),
      rows: count,
      answers: count,
      same: count,
      refused: count,
      remarks: z.array(z.object({ row: count, field: z.string(), text: z.string() })),
    }),
    summary: 'Reads a file with outcomes and says what it would write',
  }),
  applyOutcomeFile: command('/hiring/outcomes/file/{fileId}/apply', {
    input: z.object({ fileId: id, hash: z.string(), mode: z.enum(['all', 'good']) }),
    output: z.object({ written: count, refused: count }),
    summary: 'Writes the outcomes of a file that was looked at',
  }),
  listEvidence: query('/hiring/evidence', {
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          spo: z.string(),
          programme: z.string(),
          occupation: z.string(),
          title: z.string(),
          jobs: count,
          /** Of the speciality's known first jobs, from 0 to 1. */
          share: z.number(),
          /** The weight that stands in the crosswalk; null where there is no edge. */
          weight: z.number().nullable(),
        }),
      ),
    }),
    summary: 'First jobs of graduates beside the weights between specialities and occupations',
  }),
  listEmployment: query('/hiring/employment', {
    input: z.object({}),
    output: z.object({
      /** Graduation years counted, the earliest and the latest; null while nobody was asked. */
      years: z.object({ from: year, to: year }).nullable(),
      /** What the whole share of Q1 is worth in a bid, in points. */
      weight: z.number(),
      rows: z.array(
        z.object({
          organisationId: id,
          college: z.string(),
          programmeCode: z.string(),
          programme: z.string(),
          graduates: count,
          known: count,
          employed: count,
          inField: count,
          /** Of those who answered, from 0 to 1; null while nobody has. */
          share: z.number().nullable(),
          points: z.number().nullable(),
        }),
      ),
    }),
    summary: 'Graduates of the last years at work in their field: criterion Q1 of a bid for seats',
  }),
  getForm: query('/hiring/form', {
    input: z.object({
      year: z.coerce.number().int(),
      organisationId: id.optional(),
      months: z.coerce.number().int().optional(),
    }),
    output: z.object({
      college: z.string().nullable(),
      year,
      months: z.number().int(),
      rows: z.array(formRow),
      unanswered: count,
      colleges: z.array(z.object({ id, name: z.string() })),
    }),
    summary: 'The federal monitoring form of a college, filled from the answers, with its controls',
  }),
  saveFormPart: command('/hiring/form/part', {
    input: z.object({
      programmeCode: z.string().max(20),
      year,
      line: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(6), z.literal(7), z.literal(8)]),
      counts: z.record(z.string().regex(/^\d{2}$/), count),
    }),
    output: z.object({ line: count }),
    summary: 'Keeps the counts of one of the lines the college fills from its own papers',
  }),
};
