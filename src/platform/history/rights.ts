import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'history.head.read': { everyone: 'all' },
  'history.entry.read': { auditor: 'all', admin: 'organisation' },
});
