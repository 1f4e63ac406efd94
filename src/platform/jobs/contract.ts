import { z } from 'zod';
import { command, id, listOf, page, query } from '../use-case/contract.ts';
import { jobView } from './job-view.ts';

export const contract = {
  listMyJobs: query('/jobs', {
    summary: 'My long-running jobs, newest first',
    input: page.extend({
      only: z.enum(['active', 'all']).default('all'),
      subjectKind: z.string().optional(),
      subjectId: z.string().optional(),
    }),
    output: listOf(jobView),
  }),
  getJob: query('/jobs/{id}', {
    summary: 'One job with its progress',
    input: z.object({ id }),
    output: jobView,
  }),
  cancelJob: command('/jobs/{id}/cancel', {
    summary: 'Ask a job to stop; what it has already saved stays',
    input: z.object({ id }),
    output: jobView,
  }),
};
