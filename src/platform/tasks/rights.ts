import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'tasks.task.read': { signedIn: 'own' },
  'tasks.task.dismiss': { signedIn: 'own' },
});
