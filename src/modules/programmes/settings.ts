import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

export const settings = defineSettings({
  'programmes.loadLimitHours': {
    schema: z.number().int().min(300).max(3000),
    initial: 1440,
    source: 'TE-07: нагрузка не больше 1 440 часов в год',
    trust: 'M',
  },
  'programmes.hourlyLimitHours': {
    schema: z.number().int().min(0).max(1440),
    initial: 300,
    source:
      'TE-07: почасовая оплата до 300 часов в год не совместительство, постановление Минтруда 41 от 30.06.2003',
    trust: 'M',
  },
  'programmes.leaveMonths': {
    schema: z.number().int().min(1).max(60),
    initial: 24,
    source: 'академический отпуск до двух лет, сверить с приказом',
    trust: 'M',
  },
  'programmes.orderDaysAhead': {
    schema: z.number().int().min(0).max(366),
    initial: 60,
    source: 'правило составителей: приказ о студенте не дальше 60 дней вперёд',
    trust: 'A',
  },
  'programmes.importFiles': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P30D',
    source: 'правило составителей: строки загруженных файлов хранятся 30 дней',
    trust: 'A',
  },
});
