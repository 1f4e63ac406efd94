import { z } from 'zod';
import { defineSettings } from '../rules/define-settings.ts';

export const settings = defineSettings({
  'files.mostMegabytes': { schema: z.int().min(1).max(60), initial: 25, source: 'design', trust: 'A' },
  // uploads of one person that no record has taken yet
  'files.mostWaiting': { schema: z.int().min(1).max(500), initial: 30, source: 'design', trust: 'A' },
});
