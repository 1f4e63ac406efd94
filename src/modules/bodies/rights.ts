import { rightsTable } from '../../platform/rights/index.ts';

const KEEPERS = {
  admin: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  region_gov_official: 'organisation',
  min_ind_specialist: 'organisation',
  institute_methodist: 'organisation',
  placement_centre_coordinator: 'organisation',
  exam_operator_coordinator: 'organisation',
  college_head: 'organisation',
  college_deputy: 'organisation',
} as const;

export const rights = rightsTable({
  'bodies.body.read': {
    ...KEEPERS,
    auditor: 'all',
    region_gov_official: 'all',
    min_econ_specialist: 'all',
    signedIn: 'own',
  },
  'bodies.body.edit': KEEPERS,
  'bodies.meeting.edit': KEEPERS,
  'bodies.decision.done': { ...KEEPERS, signedIn: 'own' },
});
