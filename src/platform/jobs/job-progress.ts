import { type Locale, translateId } from '../i18n/index.ts';
import type { JobView } from './job-view.ts';

/** A job as the stream of `/api/jobs/events` tells it: in sentences, ready to be shown. */
export interface JobProgress {
  id: string;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** From 0 to 1. */
  share: number;
  secondsLeft: number | null;
  link: string | null;
  message: string | null;
}

const STATES: Record<JobView['state'], JobProgress['state']> = {
  queued: 'waiting',
  running: 'running',
  cancelling: 'running',
  cancelled: 'cancelled',
  done: 'done',
  failed: 'failed',
};

function messageOf(locale: Locale, job: JobView): string | null {
  if (job.state === 'cancelling') return translateId(locale, 'jobs:state.cancelling');
  const said = job.error ?? (job.state === 'running' ? job.note : null);
  return said ? translateId(locale, said.key, said.params) : null;
}

/** What the reader's language makes of a job. */
export const jobProgress = (locale: Locale, job: JobView): JobProgress => ({
  id: job.id,
  title: translateId(locale, job.titleKey, job.titleParams),
  state: STATES[job.state],
  share: job.progress / 100,
  secondsLeft: job.remainingSeconds,
  link: job.state === 'done' ? job.link : null,
  message: messageOf(locale, job),
});
