import { z } from 'zod';
import { command, day, id, moment, nothing, query } from '../use-case/contract.ts';
import { TRUST } from './trust.ts';

const trust = z.enum(TRUST);

const ruleRow = z.object({
  id: z.string(),
  version: z.string(),
  room: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  source: z.string(),
  trust,
  where: z.enum(['form+server', 'server']),
  settings: z.array(z.object({ key: z.string(), value: z.unknown(), schema: z.unknown() })),
});

const settingRow = z.object({
  value: z.unknown(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  source: z.string(),
  trust,
  ground: z.string().nullable(),
  preparedBy: id.nullable(),
  approvedBy: id.nullable(),
  /** In which role it was prepared. */
  role: z.string().nullable(),
  at: moment.nullable(),
});

const proposal = z.object({
  id,
  key: z.string(),
  value: z.unknown(),
  schema: z.unknown(),
  validFrom: day,
  source: z.string(),
  trust,
  ground: z.string().nullable(),
  preparedBy: id,
  role: z.string(),
  at: moment,
});

export const contract = {
  listRules: query('/rules', {
    summary: 'The rules in force on a day, with the settings they use',
    input: z.object({ date: day.optional() }),
    output: z.object({ date: day, rows: z.array(ruleRow) }),
  }),
  listSettings: query('/settings', {
    summary: 'Settings in which regions differ: the value on a day and all dated values',
    input: z.object({ date: day.optional() }),
    output: z.object({
      date: day,
      rows: z.array(
        z.object({
          key: z.string(),
          value: z.unknown(),
          twoPerson: z.boolean(),
          /** JSON Schema of the value: forms and the API's reader see what may be entered. */
          schema: z.unknown(),
          dated: z.array(settingRow),
        }),
      ),
      proposals: z.array(proposal),
    }),
  }),
  setSetting: command('/settings/set', {
    summary: 'Set a value from a day on; where two persons are needed, it waits for the second',
    input: z.object({
      key: z.string().min(3).max(200),
      value: z.unknown(),
      validFrom: day,
      source: z.string().trim().min(3).max(500),
      trust,
      ground: z.string().trim().max(1000).nullable().default(null),
    }),
    output: z.object({ id, waiting: z.boolean() }),
  }),
  decideSetting: command('/settings/decide', {
    summary: 'Approve or reject a proposed value (not by its preparer)',
    input: z.object({
      id,
      decision: z.enum(['approved', 'rejected']),
      reason: z.string().trim().max(1000).nullable().default(null),
    }),
    output: nothing,
  }),
};
