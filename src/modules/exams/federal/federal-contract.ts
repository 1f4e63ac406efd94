import { z } from 'zod';
import { command, id, query } from '../../../platform/use-case/contract.ts';
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

export const federalContract = {
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
