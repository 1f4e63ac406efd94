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
} as const;

export const rights = rightsTable({
  'order.variant.read': OFFICES,
  'order.variant.start': { min_edu_specialist: 'all', min_edu_head: 'all' },
  'order.variant.propose': { min_edu_specialist: 'all', min_edu_head: 'all' },
  'order.variant.approve': { min_edu_head: 'all' },
  'order.seat.read': {
    ...OFFICES,
    college_head: 'organisation',
    college_deputy: 'organisation',
    college_admission: 'organisation',
  },
  // a college answers the proposal for itself; the ministry sees all answers
  'order.answer.read': { ...OFFICES, college_head: 'organisation', college_deputy: 'organisation' },
  'order.answer.give': { college_head: 'organisation', college_deputy: 'organisation' },
  'order.answer.reply': { min_edu_specialist: 'all', min_edu_head: 'all' },
  'order.district.read': {
    ...OFFICES,
    municipality_specialist: 'territory',
    employment_specialist: 'territory',
  },
  // an enterprise sees for whom the order trains, as far as its own need lines go
  'order.trained.read': { enterprise_head: 'organisation', enterprise_hr: 'organisation' },
  'order.public.read': { everyone: 'all' },
});
