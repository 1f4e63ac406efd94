import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'drafts.draft.read': { signedIn: 'own' },
  'drafts.draft.save': { signedIn: 'own' },
});
