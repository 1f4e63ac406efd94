import { z } from 'zod';
import { command, day, id, listOf, moment, nothing, page, query } from '../../platform/use-case/contract.ts';

export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
export const IMPORT_KINDS = ['needs', 'vacancies', 'outcomes'] as const;
export const IMPORT_STATES = ['reading', 'read', 'refused', 'applying', 'applied', 'cancelled'] as const;

const whole = z.number().int();
const remark = z.object({ row: whole, cell: z.string().nullable(), what: z.string() });

export const effect = z.object({
  added: whole,
  changed: whole,
  same: whole,
  waiting: whole,
  /** Cards that a whole list of their source no longer holds. */
  closed: whole.optional(),
});
const counts = z.object({ rows: whole, imported: whole, repaired: whole, refused: whole });

export const importRow = z.object({
  id,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  year: whole.nullable(),
  counts: counts.nullable(),
  effect: effect.nullable(),
  jobId: id.nullable(),
  madeAt: moment,
  appliedAt: moment.nullable(),
  by: z.string(),
});

const also = z.array(z.object({ cell: z.string().optional(), what: z.string() })).optional();
const total = z.object({ before: z.number(), repaired: z.number(), refused: z.number(), after: z.number() });

/** The form of `report.json`, the same as the command line writes. */
export const importReport = z.object({
  kind: z.string(),
  rows: whole,
  imported: whole,
  repaired: z.array(z.object({ row: whole, cell: z.string().optional(), what: z.string(), also })),
  refused: z.array(z.object({ row: whole, cell: z.string().optional(), why: z.string(), also })),
  totals: z.record(z.string(), total),
  proposals: z.array(
    z.object({
      kind: z.string(),
      text: z.string(),
      rows: z.array(whole),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  notes: z.array(z.object({ text: z.string(), rows: whole })),
});

const named = z.object({ id, name: z.string() });

export const importEntries = {
  startImport: command('/needs/imports/start', {
    input: z.object({
      /** `auto`: by its columns. */
      kind: z.enum([...IMPORT_KINDS, 'auto']),
      file: z.file().max(MAX_UPLOAD_BYTES),
      organisationId: id.optional(),
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      /** The day of the facts; by default the day of the upload. */
      asOf: day.optional(),
      /** All open cards of the source stand in the file: the others are closed by that day. */
      complete: z.enum(['yes', 'no']).optional(),
    }),
    output: z.object({ id, jobId: id }),
    summary: 'Takes a file in to be read by a job; its rows are judged and put aside, nothing else is stored',
  }),
  listImports: query('/needs/imports', {
    input: page,
    output: listOf(importRow),
    summary: 'Files brought in, newest first',
  }),
  getImport: query('/needs/imports/{id}', {
    input: z.object({ id }),
    output: importRow.extend({
      fault: z.string().nullable(),
      columns: z.array(z.object({ column: whole, title: z.string(), field: z.string().nullable() })),
      fields: z.array(z.string()),
      remarks: z.array(remark.extend({ level: z.enum(['repaired', 'refused']) })),
      notes: z.array(z.string()),
      proposals: z.array(z.object({ text: z.string(), rows: whole })),
      moreProposals: whole,
      totals: z.array(total.extend({ column: z.string() })),
      spellings: z.array(
        z.object({
          spelling: z.string(),
          rows: whole,
          /** What it means: by an equal name, or as a person decided. */
          decided: z.enum(['equal', 'person', 'none', 'waiting']),
          organisation: named.nullable(),
          like: z.array(named),
        }),
      ),
      /** Everything a spelling may mean. */
      choices: z.array(named),
    }),
    summary:
      'A file brought in: how its columns were understood, what is wrong by cell, what storing it would do',
  }),
  getImportReport: query('/needs/imports/{id}/report', {
    input: z.object({ id }),
    output: importReport,
    summary: 'report.json of a file brought in: every row in one of imported, repaired, refused',
  }),
  remapImport: command('/needs/imports/{id}/columns', {
    input: z.object({ id, columns: z.record(z.string().regex(/^\d+$/), z.string().max(40).nullable()) }),
    output: z.object({ jobId: id }),
    summary: 'Reads the file once more with columns fixed by hand',
  }),
  decideSpelling: command('/needs/imports/{id}/spelling', {
    input: z.object({ id, spelling: z.string().min(1).max(500), organisationId: id.nullable() }),
    output: effect,
    summary:
      'Says which organisation a spelling means, or that it is none of ours; remembered for later files',
  }),
  applyImport: command('/needs/imports/{id}/apply', {
    /** `all`: only when no row was refused and none waits; `good`: the right rows, the others stay outside. */
    input: z.object({ id, mode: z.enum(['all', 'good']) }),
    output: z.object({ jobId: id }),
    summary: 'Stores the right rows in one piece, by a job; a second upload changes, never doubles',
  }),
  dropImport: command('/needs/imports/{id}/drop', {
    input: z.object({ id }),
    output: nothing,
    summary: 'Takes a file back that was not stored',
  }),
};
