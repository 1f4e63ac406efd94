import { rightsTable } from '../../platform/rights/index.ts';

const HOUSE = { enterprise_head: 'organisation', enterprise_hr: 'organisation' } as const;

/** Who may be an expert, or become one. */
const CANDIDATES = {
  expert: 'own',
  technical_expert: 'own',
  mentor: 'own',
  college_teacher: 'own',
  enterprise_foreman: 'own',
} as const;

export const rights = rightsTable({
  'specialists.mentor.read': {
    ...HOUSE,
    enterprise_foreman: 'organisation',
    mentor: 'own',
    admin: 'all',
    auditor: 'all',
    min_edu_head: 'all',
    min_edu_specialist: 'all',
    placement_centre_coordinator: 'all',
  },
  'specialists.mentor.edit': HOUSE,
  'specialists.mentor.appoint': HOUSE,
  /** The mentor may stop as well as the enterprise. */
  'specialists.mentor.notice': { ...HOUSE, mentor: 'own' },
  /** The base of experts: offices and the operator whole, a house its own people. */
  'specialists.expert.read': {
    ...HOUSE,
    exam_operator_coordinator: 'all',
    min_edu_head: 'all',
    min_edu_specialist: 'all',
    institute_methodist: 'all',
    admin: 'all',
    auditor: 'all',
    college_head: 'organisation',
    college_deputy: 'organisation',
  },
  'specialists.expert.edit': { exam_operator_coordinator: 'all' },
  'specialists.application.decide': { exam_operator_coordinator: 'all' },
  'specialists.ownExpert.read': { ...CANDIDATES, exam_operator_coordinator: 'own' },
  'specialists.ownExpert.write': { ...CANDIDATES, exam_operator_coordinator: 'all' },
  'specialists.ownTest.take': CANDIDATES,
});
