import { useQuery } from '@tanstack/react-query';
import type { JobView } from '../platform/jobs/job-view.ts';
import { type Answer, type ApiError, call } from './http.ts';
import type { JobProgress, JobState } from './jobs.ts';
import type { Texts } from './text.ts';

const STATES: Record<JobView['state'], JobState> = {
  queued: 'waiting',
  running: 'running',
  cancelling: 'running',
  cancelled: 'cancelled',
  done: 'done',
  failed: 'failed',
};

const PACE = 800;

export const jobIsOpen = (job: Pick<JobView, 'state'>): boolean =>
  ['waiting', 'running'].includes(STATES[job.state]);

/** One job of this person, asked again while it is under way. */
export function useJob(id: string | null) {
  return useQuery<Answer<JobView>, ApiError>({
    queryKey: ['job', id],
    queryFn: ({ signal }) => call<Answer<JobView>>(`/api/jobs/${id}`, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && !jobIsOpen(state.data.data) ? false : PACE),
  });
}

/** The same job for the panel of progress. */
export function progressOf(job: JobView, { tId }: Pick<Texts, 'tId'>): JobProgress {
  const words = job.error ?? job.note;
  return {
    id: job.id,
    title: tId(job.titleKey, job.titleParams),
    state: STATES[job.state],
    share: job.progress / 100,
    secondsLeft: job.remainingSeconds,
    link: job.link,
    message: words ? tId(words.key, words.params) : null,
  };
}
