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
  employment_specialist: 'territory',
  municipality_specialist: 'territory',
} as const;

const ENTERPRISE = { enterprise_head: 'organisation', enterprise_hr: 'organisation' } as const;

// an enterprise states and confirms its own needs; the survey is held by economy and employment
export const rights = rightsTable({
  'needs.line.read': { ...OFFICES, ...ENTERPRISE },
  'needs.line.edit': {
    ...ENTERPRISE,
    admin: 'all',
    min_econ_specialist: 'all',
    employment_specialist: 'territory',
  },
  'needs.line.confirm': ENTERPRISE,
  'needs.campaign.read': { ...OFFICES, employment_specialist: 'all' },
  'needs.campaign.edit': { admin: 'all', min_econ_specialist: 'all' },
  'needs.project.read': { ...OFFICES, municipality_specialist: 'territory' },
  'needs.project.edit': { admin: 'all', min_econ_specialist: 'all', min_ind_specialist: 'all' },
  'needs.vacancy.read': OFFICES,
  'needs.vacancy.edit': { admin: 'all', min_econ_specialist: 'all', employment_specialist: 'territory' },
  // who gathers the monitoring of graduates brings its form; it is stored by the room of programmes
  'needs.outcome.edit': { admin: 'all', min_edu_specialist: 'all', placement_centre_coordinator: 'all' },
  'needs.import.make': {
    ...ENTERPRISE,
    admin: 'all',
    min_econ_specialist: 'all',
    min_edu_specialist: 'all',
    placement_centre_coordinator: 'all',
    employment_specialist: 'territory',
  },
});
