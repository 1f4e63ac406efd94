import { z } from 'zod';
import { defineSettings } from '../rules/define-settings.ts';

const period = z.string().regex(/^P\d+[DMY]$/);

export const settings = defineSettings({
  'retention.events': { schema: period, initial: 'P30D', source: 'design', trust: 'A' },
  'retention.commands': { schema: period, initial: 'P30D', source: 'design', trust: 'A' },
  // what stood in a record before and after a change; the entry itself and its hash stay
  'retention.historyValues': { schema: period, initial: 'P5Y', source: '152-FZ art. 5', trust: 'M' },
  'retention.reports': { schema: period, initial: 'P3Y', source: 'design', trust: 'A' },
  // working days to answer a person's request about their data
  'retention.answerDays': {
    schema: z.int().min(1).max(60),
    initial: 10,
    source: '152-FZ art. 20',
    trust: 'M',
  },
});
