import { rightsTable } from '../../platform/rights/index.ts';

const KEEPERS = {
  admin: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  institute_methodist: 'all',
} as const;

export const rights = rightsTable({
  'classifiers.list.read': { everyone: 'all' },
  'classifiers.item.edit': KEEPERS,
  'classifiers.list.upload': KEEPERS,
  'classifiers.unknown.read': {
    ...KEEPERS,
    auditor: 'all',
    min_econ_specialist: 'all',
    employment_specialist: 'all',
  },
  'classifiers.edge.edit': { ...KEEPERS, min_econ_specialist: 'all' },
});
