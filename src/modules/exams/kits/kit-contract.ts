import { z } from 'zod';
import { command, id, listOf, query } from '../../../platform/use-case/contract.ts';
import { count, kitBody, kitRow, LEVELS, REGIME_IDS, remark, text } from './schemas.ts';

const which = z.object({ id });

export const kitContract = {
  listKits: query('/exams/kits', {
    input: z.object({
      programmeCode: z.string().max(8).optional(),
      year: z.coerce.number().int().optional(),
      level: z.enum(LEVELS).optional(),
      regime: z.enum(REGIME_IDS).optional(),
      state: z.enum(['draft', 'approved', 'withdrawn']).optional(),
    }),
    output: listOf(kitRow),
    summary: 'Assessment kits with what they ask of a centre',
  }),
  getKit: query('/exams/kits/{id}', {
    input: which.extend({
      /** For how many workplaces the list of needs is counted; by default for the kit's own. */
      workplaces: z.coerce.number().int().min(1).max(200).optional(),
    }),
    output: kitRow.extend({
      body: kitBody,
      hash: z.string().nullable(),
      /** What the whole list comes to for the kit's workplaces and experts. */
      needs: z.array(z.object({ title: z.string(), unit: z.string(), kind: z.string(), total: count })),
    }),
    summary: 'One kit: modules, criteria, aspects, equipment',
  }),
  exportKit: query('/exams/kits/{id}/file', {
    input: which,
    output: z.object({ name: z.string(), type: z.string(), base64: z.string() }),
    summary: 'A kit as a workbook that can be changed and read again',
  }),
  saveKit: command('/exams/kits/save', {
    input: z.object({ id: id.optional(), rev: z.number().int().optional(), body: kitBody }),
    output: z.object({ id, edition: count }),
    summary: 'Saves a draft of a kit; of an approved kit, a draft of its next edition',
  }),
  approveKit: command('/exams/kits/{id}/approve', {
    input: which,
    output: z.object({ id, hash: z.string(), reopened: count }),
    summary:
      'Approves a kit: from now on it stays as it is; sessions confirmed by an older edition are re-opened',
  }),
  withdrawKit: command('/exams/kits/{id}/withdraw', {
    input: which.extend({ why: text(500) }),
    output: z.object({ id, reopened: count }),
    summary: 'Withdraws a kit; sessions not begun are re-opened',
  }),
  previewKitFile: command('/exams/kit-files', {
    input: z.object({ name: text(200), content: z.base64() }),
    output: z.object({
      fileId: id,
      code: z.string().nullable(),
      modules: count,
      aspects: count,
      items: count,
      max: count,
      refused: count,
      remarks: z.array(remark),
    }),
    summary: 'Reads a kit from a spreadsheet and says what is wrong, by sheet, row and cell',
  }),
  applyKitFile: command('/exams/kit-files/{fileId}/apply', {
    input: z.object({ fileId: id }),
    output: z.object({ id, edition: count }),
    summary: 'Makes a draft kit of a file that was read without faults',
  }),
};
