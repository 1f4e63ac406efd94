import { defineJob } from '../jobs/define-job.ts';
import { sealHistory } from './seal-history.ts';

/** Often, so that little of the history is unsealed at any moment; the head shown to the public moves with it. */
export const sealJob = defineJob<Record<string, never>>({
  name: 'history.seal',
  titleKey: 'history:job.seal',
  lane: 'quick',
  cron: '*/10 * * * *',
  catchUpHours: 1,
  run: async ({ world }) => ({ sealed: await sealHistory(world) }),
});
