import { z } from 'zod';
import { command, id, listOf, moment, nothing, page, query } from '../../platform/use-case/contract.ts';

export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** An engine's fact: the id of its sentence and what fills it. */
export const note = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const runRow = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  state: z.enum(RUN_STATES),
  createdAt: moment,
  finishedAt: moment.nullable(),
  startedBy: z.string().nullable(),
  inputHash: z.string().nullable(),
  resultHash: z.string().nullable(),
  jobId: id.nullable(),
  summary: z
    .object({
      years: z.array(z.number().int()),
      headcount: z.number(),
      need: z.number(),
      low: z.number(),
      high: z.number(),
      expansion: z.number(),
      replacement: z.number(),
      project: z.number(),
      backlog: z.number(),
      pipeline: z.number(),
      unmapped: z.number(),
      enterprises: z.number().int(),
      needLines: z.number().int(),
      respondents: z.number().int(),
      effectiveSample: z.number(),
    })
    .nullable(),
});

export const balanceRow = z.object({
  code: z.string(),
  name: z.string(),
  fieldGroup: z.string().nullable(),
  fieldGroupName: z.string().nullable(),
  need: z.number(),
  low: z.number(),
  high: z.number(),
  pipeline: z.number(),
  otherSupply: z.number(),
  gap: z.number(),
});

export const zoneRow = z.object({
  zone: z.string(),
  name: z.string(),
  need: z.number(),
  pipeline: z.number(),
  otherSupply: z.number(),
  gap: z.number(),
});

export const cellRow = z.object({
  occupation: z.string(),
  name: z.string(),
  zone: z.string().nullable(),
  year: z.number().int().nullable(),
  need: z.number(),
  low: z.number(),
  high: z.number(),
  expansion: z.number(),
  replacement: z.number(),
  project: z.number(),
  backlog: z.number(),
  supply: z.number(),
  gap: z.number(),
});

export const traceNode = z.object({
  kind: z.enum(['line', 'continuation', 'weighted', 'model', 'project']),
  people: z.number(),
  count: z.number().int(),
});

export const contract = {
  listRuns: query('/forecast/runs', {
    input: page,
    output: listOf(runRow),
    summary: 'Calculations of the forecast',
  }),
  getRun: query('/forecast/runs/{id}', {
    input: z.object({ id: z.union([id, z.literal('latest')]) }),
    output: runRow.extend({
      notes: z.array(note),
      settings: z.record(z.string(), z.unknown()),
      seed: z.number().int(),
    }),
    summary: 'One calculation with its assumptions; `latest` is the newest finished one',
  }),
  startRun: command('/forecast/runs/start', {
    input: z.object({ title: z.string().trim().min(1).max(160), seed: z.number().int().default(1) }),
    output: z.object({ id, jobId: id, version: z.number().int() }),
    summary: 'Starts a calculation over today’s data; it is immutable once done',
  }),
  listBalance: query('/forecast/balance', {
    input: z.object({
      run: z.union([id, z.literal('latest')]).default('latest'),
      year: z.number().int(),
      zone: z.string().optional(),
      search: z.string().max(100).optional(),
    }),
    output: z.object({
      run: z.object({ id, version: z.number().int(), createdAt: moment }),
      year: z.number().int(),
      rows: z.array(balanceRow),
      /** The same by planning zone; one zone when the question was about one. */
      zones: z.array(zoneRow),
      /** People the forecast sees in that year whom no programme of a college leads to: not in the balance. */
      untaught: z.number(),
    }),
    summary: 'Need, supply and gap by programme code in a year',
  }),
  listCells: query('/forecast/cells', {
    input: page.extend({
      run: z.union([id, z.literal('latest')]).default('latest'),
      by: z.enum(['occupation', 'zone', 'year', 'occupation-year']).default('occupation'),
      year: z.number().int().optional(),
      zone: z.string().optional(),
      occupation: z.string().optional(),
      search: z.string().max(100).optional(),
    }),
    output: listOf(cellRow),
    summary: 'The forecast by occupation, zone or year',
  }),
  traceCell: query('/forecast/trace', {
    input: z.object({
      run: z.union([id, z.literal('latest')]).default('latest'),
      occupation: z.string().optional(),
      code: z.string().optional(),
      zone: z.string().optional(),
      year: z.number().int().optional(),
    }),
    output: z.object({
      people: z.number(),
      nodes: z.array(traceNode),
      lines: z.array(
        z.object({
          id,
          organisation: z.string(),
          municipality: z.string(),
          occupation: z.string(),
          year: z.number().int(),
          kind: z.string(),
          count: z.number().int(),
          statedOn: z.string(),
        }),
      ),
      enterprises: z.number().int(),
      hidden: z.object({ rows: z.number().int(), why: z.enum(['restricted', 'scope']).nullable() }),
      createdAt: moment,
    }),
    summary: 'Where a number comes from: parts of the calculation and the need lines this person may see',
  }),
  publicNeed: query('/forecast/public', {
    input: nothing,
    output: z.object({
      run: z.object({ version: z.number().int(), createdAt: moment }).nullable(),
      years: z.array(z.number().int()),
      need: z.number(),
      low: z.number(),
      high: z.number(),
      expansion: z.number(),
      replacement: z.number(),
      enterprises: z.number().int(),
      occupations: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          need: z.number(),
          low: z.number(),
          high: z.number(),
          supply: z.number(),
          gap: z.number(),
        }),
      ),
      municipalities: z.array(
        z.object({
          code: z.string(),
          shortName: z.string(),
          name: z.string(),
          lat: z.number(),
          lon: z.number(),
          /** Null: nothing is stated there, or it is withheld. */
          need: z.number().nullable(),
          withheld: z.boolean(),
        }),
      ),
      hidden: z.object({ occupations: z.number().int(), municipalities: z.number().int() }),
    }),
    summary: 'What the region needs, for everybody: small, dominated and restricted cells are withheld',
  }),
};
