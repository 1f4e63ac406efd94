import { rightsTable } from '../rights/index.ts';

export const rights = rightsTable({
  'rules.rule.read': { everyone: 'all' },
  'rules.setting.read': { signedIn: 'all' },
  'rules.setting.write': { admin: 'all', min_edu_specialist: 'all', min_edu_head: 'all' },
  'rules.setting.approve': { admin: 'all', min_edu_head: 'all' },
});
