export { defineJob, isJob, type JobArgs, type JobDefinition } from './define-job.ts';
export { enqueueJob, type Queued } from './enqueue-job.ts';
export { jobEvents } from './job-events.ts';
export { type JobProgress, jobProgress } from './job-progress.ts';
export type { JobView } from './job-view.ts';
export { type Jobs, startJobs } from './start-jobs.ts';
