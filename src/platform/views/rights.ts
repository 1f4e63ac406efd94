import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'views.view.read': { signedIn: 'own' },
  'views.view.save': { signedIn: 'own' },
});
