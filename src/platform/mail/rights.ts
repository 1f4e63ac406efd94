import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'mail.log.read': { admin: 'all' },
  // only a demo region has such messages: see mail-job.ts
  'mail.demo.read': { everyone: 'all' },
});
