import { z } from 'zod';
import { command, day, id, nothing, query } from '../../../platform/use-case/contract.ts';
import { count, IMPORT_BYTES, IMPORT_KINDS, organisation, text, year } from './common.ts';

/** A sentence of the catalogue with what fills it. */
const message = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const remark = z.object({
  row: z.number().int(),
  cell: z.string(),
  what: message,
  also: z.array(z.object({ cell: z.string(), what: message })).optional(),
});
export const importReport = z.object({
  rows: count,
  imported: count,
  repaired: z.array(remark),
  refused: z.array(remark),
  totals: z.record(z.string(), z.object({ before: z.number(), after: z.number() })),
  proposals: z.array(
    z.object({ row: z.number().int(), cell: z.string(), what: message, personId: id.nullable() }),
  ),
});

export const imports = {
  previewImport: command('/programmes/imports/preview', {
    input: organisation.extend({
      kind: z.enum(IMPORT_KINDS),
      name: text(200),
      /** The file as base64. */
      content: z.string().max(Math.ceil(IMPORT_BYTES / 3) * 4),
      /** Column (from 0) → field, or null to leave it out. */
      columns: z.record(z.string(), z.string().nullable()).default({}),
      programmeId: id.optional(),
      year: year.optional(),
    }),
    output: z.object({
      importId: id,
      hash: z.string(),
      columns: z.array(
        z.object({
          column: z.number().int(),
          letters: z.string(),
          title: z.string(),
          field: z.string().nullable(),
          how: z.string(),
        }),
      ),
      /** Words of a field: `programmes:screen.upload.field.<id>`. */
      fields: z.array(z.object({ id: z.string(), required: z.boolean() })),
      missing: z.array(z.string()),
      report: importReport,
      /** What would be done: new records, changed ones, those that stay as they are. */
      plan: z.object({ add: count, change: count, same: count }),
      first: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
      note: z.string().nullable(),
    }),
    summary: 'Reads a file of a college’s system, maps its columns and says what is wrong, row by row',
  }),
  applyImport: command('/programmes/imports/apply', {
    input: z.object({
      importId: id,
      /** The hash the preview gave: the file looked at is the file applied. */
      hash: z.string(),
      mode: z.enum(['all', 'good']),
      /** Rows which, as a person has decided, are people the registry already knows. */
      same: z
        .array(z.object({ row: z.number().int(), personId: id }))
        .max(10_000)
        .default([]),
      /** For a curriculum: the day the plan holds from. */
      from: day.optional(),
    }),
    output: z.object({ added: count, changed: count, same: count, refused: count }),
    summary: 'Applies a previewed file: all rows or none, or the good rows only',
  }),
  listImports: query('/programmes/imports', {
    input: nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id,
          kind: z.enum(IMPORT_KINDS),
          fileName: z.string(),
          madeAt: z.string(),
          appliedAt: z.string().nullable(),
        }),
      ),
    }),
    summary: 'Files this college has brought',
  }),
};
