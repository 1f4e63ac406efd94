import { z } from 'zod';
import { VACANCY_RULE } from '../../../needs/index.ts';
import type { Fault } from './fault.ts';

const share = z.number().min(0).max(1);
const positiveShare = z.number().min(0.01).max(1);

/** `region.json` with the product's own values where the folder says nothing. */
const regionSchema = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  demo: z.boolean().default(false),
  /** Made of files that were not collected for this purpose: every paper says «пробный расчёт». */
  trial: z.boolean().default(false),
  /** Assumptions of whoever put the folder together; told in the report as they stand. */
  assumptions: z.array(z.string()).default([]),
  /** Files the folder was put together from, with the account of their rows. */
  sources: z
    .array(
      z.object({
        file: z.string(),
        kind: z.string(),
        rows: z.int(),
        imported: z.int(),
        repaired: z.int(),
        refused: z.int(),
      }),
    )
    .default([]),
  decisionYear: z.int().min(2000).max(2100),
  horizon: z.object({ from: z.int(), to: z.int() }),
  asOf: z.iso.date(),
  intakes: z.int().min(1).max(7).optional(),
  groups: z.object({ min: z.int().min(1), max: z.int().min(1), minRural: z.int().min(1) }).optional(),
  stabilityCap: share.optional(),
  newProgrammesPerCollege: z.int().min(0).default(2),
  priorityShare: share.default(0),
  priorityGroups: z.array(z.string()).default([]),
  distance: z
    .object({ method: z.literal('straight'), detour: z.number().min(1).max(3), limitKm: z.number().min(0) })
    .default({ method: 'straight', detour: 1.3, limitKm: 60 }),
  defaults: z
    .object({
      retention: positiveShare.default(0.84),
      availability: positiveShare.default(0.7),
      inField: positiveShare.default(0.65),
      army: share.default(0.16),
      graduateShare: share.default(0.6),
    })
    .default({ retention: 0.84, availability: 0.7, inField: 0.65, army: 0.16, graduateShare: 0.6 }),
  weightCap: z.number().min(1).max(1000).default(10),
  backlog: z
    .object({
      days: z.int().min(1),
      years: z.int().min(1).max(7),
      placesCap: z.int().min(1).max(1000).default(VACANCY_RULE.placesCap),
      repeatDays: z.int().min(1).max(365).default(VACANCY_RULE.repeatDays),
      /** Cards that name no employer count too, each as of one assumed employer of its place. */
      withoutEmployer: z.boolean().default(false),
    })
    .default({
      days: VACANCY_RULE.openDays,
      years: 2,
      placesCap: VACANCY_RULE.placesCap,
      repeatDays: VACANCY_RULE.repeatDays,
      withoutEmployer: false,
    }),
  exitRates: z
    .array(
      z.object({
        ageFrom: z.int(),
        ageTo: z.int(),
        mortality: share,
        retirement: share,
        transfer: share,
        migration: share,
      }),
    )
    .default([]),
});

export type Region = z.output<typeof regionSchema>;

/** Optional fields the folder did not fill: each is an assumption. */
const OPTIONAL = [
  'groups',
  'stabilityCap',
  'distance',
  'defaults',
  'weightCap',
  'backlog',
  'exitRates',
] as const;

export interface ReadRegion {
  region: Region | null;
  faults: Fault[];
  absent: string[];
}

/** Reads `region.json`; every wrong field is named with its path. */
export function readRegion(file: string, content: string): ReadRegion {
  const fault = (column: string | null, id: string, params: Fault['params'] = {}): Fault => ({
    file,
    row: null,
    column,
    id,
    params,
  });
  let data: unknown;
  try {
    data = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { region: null, faults: [fault(null, 'fault.notJson', { why })], absent: [] };
  }
  const parsed = regionSchema.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((it) =>
      fault(it.path.join('.') || null, 'fault.region', { why: it.code }),
    );
    return { region: null, faults, absent: [] };
  }
  const region = parsed.data;
  const faults: Fault[] = [];
  const base = Number(region.asOf.slice(0, 4));
  if (region.horizon.to < region.horizon.from || region.horizon.to <= base)
    faults.push(fault('horizon', 'fault.horizon', { ...region.horizon, base }));
  if (region.horizon.to > base + 17)
    faults.push(fault('horizon.to', 'fault.horizonFar', { most: base + 17 }));
  if (region.decisionYear <= base || region.decisionYear > region.horizon.to)
    faults.push(
      fault('decisionYear', 'fault.decisionYear', { year: region.decisionYear, base, to: region.horizon.to }),
    );
  if (region.groups && region.groups.min > region.groups.max)
    faults.push(fault('groups', 'fault.groupSizes', { min: region.groups.min, max: region.groups.max }));
  const absent = OPTIONAL.filter((name) => (data as Record<string, unknown>)[name] === undefined);
  return { region, faults, absent };
}
