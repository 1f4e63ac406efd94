import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

const share = z.number().min(0).max(1).meta({ unit: 'share' });
const rate = z.object({
  ageFrom: z.number().int(),
  ageTo: z.number().int(),
  mortality: share,
  retirement: share,
  transfer: share,
  migration: share,
});

/** Rates by age: our own round figures (mark A) until the region puts in its statistics. */
const RATES = [
  [15, 19, 0.001, 0, 0.03, 0.01],
  [20, 24, 0.001, 0, 0.03, 0.01],
  [25, 29, 0.002, 0, 0.02, 0.008],
  [30, 34, 0.003, 0, 0.02, 0.005],
  [35, 39, 0.004, 0, 0.015, 0.004],
  [40, 44, 0.005, 0, 0.01, 0.003],
  [45, 49, 0.007, 0.002, 0.01, 0.002],
  [50, 54, 0.009, 0.01, 0.008, 0.002],
  [55, 59, 0.012, 0.06, 0.006, 0.001],
  [60, 64, 0.018, 0.18, 0.004, 0.001],
  [65, 69, 0.028, 0.3, 0.002, 0.001],
  [70, 90, 0.06, 0.4, 0.001, 0.001],
] as const;

export const settings = defineSettings({
  'forecast.horizonYears': {
    schema: z.number().int().min(1).max(7),
    initial: 7,
    source: 'приказ о прогнозе на 7 лет, с 2025 года',
    trust: 'W',
  },
  'forecast.weightCap': {
    schema: z.number().min(1).max(50),
    initial: 10,
    source: 'правило составителей: вес ответа не больше 10',
    trust: 'A',
  },
  'forecast.backlogYears': {
    schema: z.number().int().min(1).max(5),
    initial: 2,
    source: 'правило составителей',
    trust: 'A',
  },
  'forecast.graduateShare': {
    schema: share,
    initial: 0.6,
    source: 'доля мест, которые займут выпускники; остальные: переход, возврат, приезжие',
    trust: 'A',
  },
  'forecast.exitRates': {
    schema: z.array(rate).min(1),
    initial: RATES.map(([ageFrom, ageTo, mortality, retirement, transfer, migration]) => ({
      ageFrom,
      ageTo,
      mortality,
      retirement,
      transfer,
      migration,
    })),
    source: 'оценка составителей; заменить данными региона',
    trust: 'A',
  },
});
