import { rightsTable } from '../../platform/rights/index.ts';

const EVERY_OFFICE = {
  admin: 'all',
  auditor: 'all',
  region_gov_official: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  min_econ_specialist: 'all',
  min_ind_specialist: 'all',
  institute_head: 'all',
  institute_methodist: 'all',
  placement_centre_coordinator: 'all',
  exam_operator_coordinator: 'all',
  employment_specialist: 'territory',
  municipality_specialist: 'territory',
} as const;

const OWN_HOUSE = {
  college_head: 'organisation',
  college_deputy: 'organisation',
  college_hr: 'organisation',
  university_coordinator: 'organisation',
  enterprise_head: 'organisation',
  enterprise_hr: 'organisation',
} as const;

export const rights = rightsTable({
  'registry.organisation.read': {
    ...EVERY_OFFICE,
    signedIn: 'organisation',
    college_head: 'all',
    college_deputy: 'all',
    enterprise_hr: 'all',
    enterprise_head: 'all',
  },
  'registry.organisation.edit': {
    admin: 'all',
    min_edu_head: 'all',
    min_edu_specialist: 'all',
    min_econ_specialist: 'all',
    ...OWN_HOUSE,
  },
  'registry.organisation.register': { everyone: 'all' },
  'registry.organisation.verify': {
    admin: 'all',
    min_edu_specialist: 'all',
    min_econ_specialist: 'all',
    employment_specialist: 'territory',
  },
  'registry.organisation.merge': { admin: 'all', min_edu_specialist: 'all' },
  'registry.person.merge': { admin: 'all' },
  'registry.invitation.accept': { everyone: 'all' },
  'registry.municipality.read': { everyone: 'all' },
  'registry.road.import': { admin: 'all', min_edu_specialist: 'all' },
  'registry.person.read': { admin: 'all', auditor: 'all', ...OWN_HOUSE },
  'registry.assignment.read': { admin: 'all', auditor: 'all', min_edu_head: 'all', ...OWN_HOUSE },
  'registry.assignment.appoint': {
    admin: 'all',
    min_edu_head: 'all',
    institute_head: 'organisation',
    exam_operator_coordinator: 'all',
    municipality_specialist: 'territory',
    school_counsellor: 'organisation',
    college_curator: 'organisation',
    ...OWN_HOUSE,
  },
  'registry.consent.own': { signedIn: 'own' },
});
