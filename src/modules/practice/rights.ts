import { rightsTable } from '../../platform/rights/index.ts';

const COLLEGE = {
  college_head: 'organisation',
  college_deputy: 'organisation',
  university_coordinator: 'organisation',
} as const;
const HOST = { enterprise_head: 'organisation', enterprise_hr: 'organisation' } as const;
const OFFICES = {
  admin: 'all',
  auditor: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  placement_centre_coordinator: 'all',
} as const;

export const rights = rightsTable({
  'practice.plan.read': {
    ...OFFICES,
    ...COLLEGE,
    college_curator: 'assigned',
    college_teacher: 'organisation',
  },
  'practice.plan.edit': COLLEGE,
  'practice.offer.read': {
    ...OFFICES,
    ...HOST,
    enterprise_foreman: 'organisation',
    region_gov_official: 'all',
    min_econ_specialist: 'all',
    min_ind_specialist: 'all',
    municipality_specialist: 'territory',
    employment_specialist: 'territory',
    college_head: 'all',
    college_deputy: 'all',
    college_curator: 'all',
    university_coordinator: 'all',
  },
  'practice.offer.edit': HOST,
  /** Students by name: their college, and nobody else before they are placed. */
  'practice.placement.read': { ...COLLEGE, auditor: 'all', college_curator: 'assigned' },
  'practice.placement.edit': COLLEGE,
  /** Those who come to the enterprise, without their contacts. */
  'practice.trainee.read': { ...HOST, enterprise_foreman: 'organisation', mentor: 'assigned' },
  'practice.trainee.edit': HOST,
  'practice.log.confirm': { ...HOST, mentor: 'assigned' },
  /** Rounds of distribution: counts and borders, students only under pseudonyms. */
  'practice.round.read': { ...OFFICES, ...COLLEGE },
  'practice.round.lead': { placement_centre_coordinator: 'all', ...COLLEGE },
  /** What was promised before a draw and what came out; shares by district. */
  'practice.public.read': { everyone: 'all' },
  /** Papers of a group: the college's, and what the enterprise registers itself. */
  'practice.paper.make': { ...COLLEGE, college_curator: 'organisation', ...HOST },
  /** By a one-time link, without signing in. */
  'practice.guardian.answer': { everyone: 'all' },
  'practice.appraisal.answer': { everyone: 'all' },
  'practice.appraisal.ask': { ...COLLEGE, ...HOST },
  /** Counts alone, nobody by name. */
  'practice.appraisal.share': { ...OFFICES, ...COLLEGE, ...HOST },
  /** A district on a sheet: counts, nobody by name. */
  'practice.district.read': {
    ...OFFICES,
    region_gov_official: 'all',
    municipality_specialist: 'territory',
    employment_specialist: 'territory',
  },
  /** The catalogue of forms and methods: kept by the working platform, read by whoever plans, hosts or teaches. */
  'practice.form.read': {
    ...OFFICES,
    college_head: 'all',
    college_deputy: 'all',
    college_curator: 'all',
    college_teacher: 'all',
    university_coordinator: 'all',
    enterprise_head: 'all',
    enterprise_hr: 'all',
    enterprise_foreman: 'all',
    mentor: 'all',
    institute_head: 'all',
    institute_methodist: 'all',
    union_representative: 'all',
    region_gov_official: 'all',
    min_ind_specialist: 'all',
  },
  'practice.form.edit': {
    admin: 'all',
    min_edu_specialist: 'all',
    placement_centre_coordinator: 'all',
  },
  'practice.own.read': { student: 'own' },
  'practice.own.write': { student: 'own' },
});
