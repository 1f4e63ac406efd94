import { expect, it } from 'vitest';
import type { JobView } from '../platform/jobs/job-view.ts';
import { jobIsOpen, progressOf } from './use-job.ts';

const job: JobView = {
  id: '1',
  name: 'order.whatIf',
  titleKey: 'order:job.whatIf',
  titleParams: { seats: 50 },
  link: null,
  state: 'running',
  progress: 62,
  note: { key: 'order:job.solving', params: {} },
  remainingSeconds: 40,
  subject: null,
  result: null,
  error: null,
  createdAt: '2026-11-23T10:00:00Z',
  startedAt: null,
  finishedAt: null,
};
const texts = { tId: (id: string) => id };

it('a job that is being stopped is still under way', () => {
  expect(jobIsOpen({ state: 'cancelling' })).toBe(true);
  expect(jobIsOpen({ state: 'failed' })).toBe(false);
});

it('says what is being done, and after a failure what went wrong', () => {
  expect(progressOf(job, texts)).toMatchObject({ share: 0.62, message: 'order:job.solving' });
  const failed = { ...job, state: 'failed' as const, error: { key: 'order:error.noForecast', params: {} } };
  expect(progressOf(failed, texts)).toMatchObject({ state: 'failed', message: 'order:error.noForecast' });
});
