import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'jobs.job.read': { signedIn: 'own', admin: 'all' },
  'jobs.job.cancel': { signedIn: 'own', admin: 'all' },
});
