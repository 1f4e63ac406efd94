import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import type { settings } from '../settings.ts';

/** A dated setting of this room. */
type Key = keyof typeof settings;
export const orderSetting = <K extends Key>(tx: Tx, key: K, date: string) =>
  settingOn<z.output<(typeof settings)[K]['schema']>>(tx, key, date);

export interface Question {
  variantId: string;
  title: string;
  forecastRunId: string;
  decisionYear: number;
  asOf: string;
  needCase: 'low' | 'base' | 'high';
  budgetChange: number;
  decisions: { programmeId: string; seats: number; reason: string }[];
}

/** What a variant was asked under; `asOf` is absent in variants begun before it was kept. */
export type VariantSettings = Pick<Question, 'needCase' | 'budgetChange'> & Partial<Pick<Question, 'asOf'>>;
