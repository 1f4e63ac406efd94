import { rightsTable } from '../../platform/rights/index.ts';

const HOUSE = { enterprise_head: 'organisation', enterprise_hr: 'organisation' } as const;

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
});
