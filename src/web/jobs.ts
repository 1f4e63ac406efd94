import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, newCommandId } from './http.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** One long work as `/api/jobs/events` tells it. */
export interface JobProgress {
  id: string;
  /** A sentence ready for people: «Сценарий «Новый завод»». */
  title: string;
  state: JobState;
  /** From 0 to 1. */
  share: number;
  secondsLeft?: number | null;
  /** Where the result is, when it is done. */
  link?: string | null;
  message?: string | null;
}

const OPEN: JobState[] = ['waiting', 'running'];
export const isOpen = (job: JobProgress): boolean => OPEN.includes(job.state);

/** Keeps the newest news of each job; those that ended are kept until dismissed. */
export function withNews(jobs: JobProgress[], news: JobProgress): JobProgress[] {
  const known = jobs.some((job) => job.id === news.id);
  return known ? jobs.map((job) => (job.id === news.id ? news : job)) : [...jobs, news];
}

/** Live progress of this person's long work. The browser itself reconnects after a lost connection. */
export function useJobs(signedIn: boolean) {
  const [jobs, setJobs] = useState<JobProgress[]>([]);
  const client = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource('/api/jobs/events');
    const listen = (event: MessageEvent<string>) => {
      const news = JSON.parse(event.data) as JobProgress;
      setJobs((known) => withNews(known, news));
      if (!isOpen(news)) void client.invalidateQueries();
    };
    source.addEventListener('message', listen);
    source.addEventListener('progress', listen);
    // a page that said by which news of the house it grows old is read again at once
    source.addEventListener('news', (event: MessageEvent<string>) => {
      const { name } = JSON.parse(event.data) as { name: string };
      void client.invalidateQueries({ predicate: ({ meta }) => meta?.staleBy === name });
    });
    return () => source.close();
  }, [signedIn, client]);
  return {
    jobs,
    cancel: (id: string) =>
      call(`/api/jobs/${id}/cancel`, { method: 'POST', body: {}, commandId: newCommandId() }),
    dismiss: (id: string) => setJobs((known) => known.filter((job) => job.id !== id)),
  };
}
