import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'identity.session.own': { signedIn: 'own' },
  'identity.account.manage': { admin: 'all' },
  'identity.service.manage': { admin: 'all', college_head: 'organisation', enterprise_head: 'organisation' },
});
