import { rightsTable } from '../../platform/rights/index.ts';

const PARTY = {
  college_head: 'organisation',
  college_deputy: 'organisation',
  enterprise_head: 'organisation',
  enterprise_hr: 'organisation',
  university_coordinator: 'organisation',
  institute_head: 'organisation',
  institute_methodist: 'organisation',
  union_representative: 'organisation',
} as const;
const OFFICES = {
  admin: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  placement_centre_coordinator: 'all',
} as const;

export const rights = rightsTable({
  'agreements.agreement.read': {
    ...OFFICES,
    ...PARTY,
    auditor: 'all',
    region_gov_official: 'all',
    min_econ_specialist: 'all',
    min_ind_specialist: 'all',
    college_curator: 'organisation',
    municipality_specialist: 'territory',
  },
  'agreements.agreement.edit': { ...OFFICES, ...PARTY, region_gov_official: 'organisation' },
  /** Records that a party has signed: its own, or an office that keeps the originals. */
  'agreements.agreement.sign': { ...OFFICES, ...PARTY, region_gov_official: 'organisation' },
});
