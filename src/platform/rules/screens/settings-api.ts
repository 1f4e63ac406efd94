import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);
export const SETTINGS = ['rules', 'settings'] as const;
type Listed = Awaited<ReturnType<typeof api.listSettings>>['data'];
export type Setting = Listed['rows'][number];
export type Dated = Setting['dated'][number];
export type Proposal = Listed['proposals'][number];

/** The dated row that holds on a day. */
export const rowOn = (setting: Setting, day: string): Dated | undefined =>
  setting.dated.findLast((row) => (row.validFrom ?? '') <= day);
