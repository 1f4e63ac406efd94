/** Staffing is the operator's; offices read where people are short. */
export const staffingRights = {
  'exams.staffing.read': {
    exam_operator_coordinator: 'all',
    min_edu_head: 'all',
    min_edu_specialist: 'all',
    institute_methodist: 'all',
    institute_head: 'all',
    admin: 'all',
    auditor: 'all',
  },
  'exams.staffing.lead': { exam_operator_coordinator: 'all' },
  /** Two lists in, conflicts and shortages out; nothing is stored. */
  'exams.paste.use': { everyone: 'all' },
} as const;
