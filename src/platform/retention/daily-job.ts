import { defineJob } from '../jobs/define-job.ts';
import { allDuties } from './define-duty.ts';
import { runRetention } from './run-retention.ts';

export const retentionJob = defineJob<Record<string, never>>({
  name: 'retention.daily',
  titleKey: 'retention:job.daily',
  lane: 'quick',
  cron: '20 3 * * *',
  catchUpHours: 24,
  async run({ world }) {
    const reports = await runRetention(world, allDuties());
    return {
      erased: reports.reduce((sum, one) => sum + one.erased, 0),
      faults: reports.filter((one) => one.fault !== null).length,
    };
  },
});
