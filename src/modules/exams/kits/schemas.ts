import { z } from 'zod';
import { day, id } from '../../../platform/use-case/contract.ts';
import { kitStates } from '../states.ts';

export const REGIME_IDS = ['WSR_2020', 'ORDER_800'] as const;
export const LEVELS = ['PA', 'BU', 'PU', 'PV'] as const;
export const HOWS = ['whole', 'steps', 'scale'] as const;
export const ITEM_KINDS = ['equipment', 'tool', 'consumable', 'safety', 'software'] as const;
export const PER = ['workplace', 'expert', 'site'] as const;
export const KIT_BYTES = 4_000_000;

export const text = (max: number) => z.string().trim().min(1).max(max);
export const count = z.number().int().min(0);
export const programmeCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, 'exams:error.programmeCode');
const points = z.number().int().min(1).max(100_000);
const code = text(20);

export const aspect = z.object({
  code,
  title: text(500),
  kind: z.enum(['measurement', 'judgement']),
  how: z.enum(HOWS),
  max: points,
  note: z.string().max(1000).nullable().default(null),
  /** Words of 0, 1, 2, 3. */
  scale: z.array(z.string().max(500)).length(4).nullable().default(null),
});
export const subcriterion = z.object({ code, title: text(300), aspects: z.array(aspect).min(1).max(200) });
export const criterion = z.object({
  module: code,
  code,
  title: text(300),
  max: points,
  subcriteria: z.array(subcriterion).min(1).max(60),
});
export const item = z.object({
  title: text(300),
  unit: text(30),
  quantity: z.number().int().min(1).max(100_000),
  per: z.enum(PER),
  kind: z.enum(ITEM_KINDS),
  note: z.string().max(500).nullable().default(null),
});
export const expertsStep = z.object({
  upTo: z.number().int().min(1).max(100),
  experts: z.number().int().min(1).max(50),
});

export const kitBody = z.object({
  code: text(60),
  regime: z.enum(REGIME_IDS),
  programmeCode,
  programmeName: text(300),
  skill: z.string().max(200).nullable().default(null),
  level: z.enum(LEVELS),
  year: z.number().int().min(2018).max(2100),
  title: text(300),
  minutes: z.number().int().min(10).max(1440),
  max: points,
  workplaces: z.number().int().min(1).max(100),
  experts: z.array(expertsStep).min(1).max(20),
  judges: z.number().int().min(1).max(9).default(3),
  spread: z.number().int().min(0).max(3).default(1),
  source: z.string().max(300).default(''),
  modules: z
    .array(z.object({ code, title: text(300), max: points }))
    .min(1)
    .max(30),
  criteria: z.array(criterion).min(1).max(60),
  items: z.array(item).max(500).default([]),
});
export type KitBody = z.output<typeof kitBody>;

export const kitRow = z.object({
  id,
  code: z.string(),
  edition: count,
  regime: z.enum(REGIME_IDS),
  programmeCode: z.string(),
  programmeName: z.string(),
  level: z.enum(LEVELS),
  year: count,
  title: z.string(),
  minutes: count,
  max: count,
  workplaces: count,
  experts: z.array(expertsStep),
  aspects: count,
  judged: count,
  centres: count,
  sessions: count,
  state: z.enum(kitStates.states),
  approvedOn: day.nullable(),
  isDemo: z.boolean(),
  rev: count,
});
export type KitRow = z.output<typeof kitRow>;

export const remark = z.object({
  sheet: z.string(),
  row: count,
  cell: z.string(),
  refused: z.boolean(),
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type KitRemark = z.output<typeof remark>;
