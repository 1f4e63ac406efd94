import { z } from 'zod';
import { command, day, id, moment, query } from '../../../platform/use-case/contract.ts';
import { count, text } from '../kits/schemas.ts';
import { KINDS } from './kinds.ts';

const which = z.object({ id });
const remark = z.object({
  row: count,
  cell: z.string(),
  refused: z.boolean(),
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const keptColumn = z.object({
  kind: z.enum(KINDS),
  /** The heading without case, spaces and signs. */
  heading: z.string(),
  field: z.string().nullable(),
});
export const federalFileRow = z.object({
  id,
  kind: z.enum(KINDS),
  name: z.string(),
  sessionId: id.nullable(),
  exam: z.string().nullable(),
  day: day.nullable(),
  by: z.string().nullable(),
  madeAt: moment,
  appliedAt: moment.nullable(),
  /** How many people it meant; null once its contents were erased after their term. */
  rows: count.nullable(),
  hash: z.string(),
});

export const federalContract = {
  listFederalFiles: query('/exams/federal-files', {
    input: z.object({}),
    output: z.object({ rows: z.array(federalFileRow), columns: z.array(keptColumn) }),
    summary: 'Files of the federal platform, and the headings that are remembered',
  }),
  forgetFederalColumn: command('/exams/federal-columns/forget', {
    input: keptColumn.pick({ kind: true, heading: true }),
    output: keptColumn.pick({ kind: true, heading: true }),
    summary: 'Forgets what a heading of the federal platform means',
  }),
  previewFederalFile: command('/exams/sessions/{id}/federal', {
    input: which.extend({
      kind: z.enum(KINDS),
      name: text(200),
      content: z.base64(),
      /** Headings and what they are, where the portal did not see it; kept for the next file. */
      columns: z
        .array(z.object({ title: text(200), field: z.string().max(40).nullable() }))
        .max(60)
        .default([]),
    }),
    output: z.object({
      fileId: id,
      rows: count,
      matched: count,
      columns: z.array(z.object({ title: z.string(), field: z.string().nullable() })),
      missing: z.array(z.string()),
      /** What a column of results may be besides: points of a criterion or of a module of the kit. */
      parts: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['criterion', 'module']),
          code: z.string(),
          title: z.string(),
        }),
      ),
      remarks: z.array(remark),
    }),
    summary: 'Reads a file of the federal platform and says whom of the house it means',
  }),
  applyFederalFile: command('/exams/federal-files/{fileId}/apply', {
    input: z.object({ fileId: id }),
    output: z.object({ id, taken: count }),
    summary:
      'Admits the group, seats the experts or stores the results of a file that was read without faults',
  }),
  exportFederal: query('/exams/federal-export', {
    input: z.object({ from: z.iso.date(), to: z.iso.date() }),
    output: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    summary: 'Schedule, groups and assignments as a workbook, to be keyed into the federal platform',
  }),
};
