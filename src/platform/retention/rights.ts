import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'retention.myData.read': { signedIn: 'own' },
  'retention.myData.withdraw': { signedIn: 'own' },
  'retention.request.send': { signedIn: 'own' },
  'retention.request.answer': { admin: 'all', min_edu_head: 'all' },
  'retention.duty.read': { admin: 'all', auditor: 'all', min_edu_head: 'all' },
});
