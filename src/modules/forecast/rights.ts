import { rightsTable } from '../../platform/rights/index.ts';

const OFFICES = {
  admin: 'all',
  auditor: 'all',
  region_gov_official: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  min_econ_specialist: 'all',
  min_ind_specialist: 'all',
  institute_head: 'all',
  institute_methodist: 'all',
  employment_specialist: 'all',
} as const;

export const rights = rightsTable({
  'forecast.run.read': OFFICES,
  'forecast.run.start': {
    admin: 'all',
    min_econ_specialist: 'all',
    min_edu_specialist: 'all',
    employment_specialist: 'all',
  },
  'forecast.balance.read': {
    ...OFFICES,
    college_head: 'all',
    college_deputy: 'all',
    municipality_specialist: 'territory',
  },
  'forecast.trace.read': {
    ...OFFICES,
    college_head: 'all',
    college_deputy: 'all',
    municipality_specialist: 'territory',
    enterprise_hr: 'organisation',
    enterprise_head: 'organisation',
  },
  'forecast.public.read': { everyone: 'all' },
});
