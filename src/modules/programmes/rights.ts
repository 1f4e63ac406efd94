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
  placement_centre_coordinator: 'all',
  exam_operator_coordinator: 'all',
  employment_specialist: 'territory',
  municipality_specialist: 'territory',
} as const;
// a university's coordinator keeps its plans, groups and students as a college's head and deputy keep theirs
const COLLEGE = {
  college_head: 'organisation',
  college_deputy: 'organisation',
  university_coordinator: 'organisation',
} as const;

// who leads a college sees its people; every office sees counts only
export const rights = rightsTable({
  'programmes.programme.read': {
    ...OFFICES,
    ...COLLEGE,
    college_curator: 'organisation',
    college_teacher: 'organisation',
    college_hr: 'organisation',
    college_admission: 'organisation',
  },
  'programmes.programme.edit': { ...COLLEGE, admin: 'all', min_edu_specialist: 'all' },
  'programmes.group.read': {
    ...COLLEGE,
    auditor: 'all',
    college_hr: 'organisation',
    college_admission: 'organisation',
    college_curator: 'assigned',
    college_teacher: 'assigned',
  },
  'programmes.group.edit': COLLEGE,
  'programmes.student.read': { ...COLLEGE, auditor: 'all', college_curator: 'assigned', student: 'own' },
  'programmes.student.edit': COLLEGE,
  'programmes.teaching.read': {
    ...COLLEGE,
    auditor: 'all',
    college_hr: 'organisation',
    college_teacher: 'own',
  },
  'programmes.teaching.edit': COLLEGE,
  'programmes.admission.read': { ...OFFICES, ...COLLEGE, college_admission: 'organisation' },
  'programmes.admission.edit': { ...COLLEGE, college_admission: 'organisation', min_edu_specialist: 'all' },
  'programmes.contingent.read': { ...OFFICES, ...COLLEGE },
  'programmes.import.make': { ...COLLEGE, college_admission: 'organisation' },
});
