import { rightsTable } from '../../platform/rights/index.ts';

const HOST = { enterprise_head: 'organisation', enterprise_hr: 'organisation' } as const;
const COLLEGE = {
  college_head: 'organisation',
  college_deputy: 'organisation',
  university_coordinator: 'organisation',
} as const;
const CENTRE = { placement_centre_coordinator: 'all' } as const;
const OFFICES = {
  admin: 'all',
  auditor: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  ...CENTRE,
} as const;

export const rights = rightsTable({
  /** Which specialities an employer follows. */
  'hiring.interest.read': { ...HOST, ...OFFICES },
  'hiring.interest.edit': HOST,
  /** Students by name: only those who may be shown to this employer. */
  'hiring.candidate.read': HOST,
  'hiring.candidate.edit': HOST,
  'hiring.offer.read': HOST,
  'hiring.offer.edit': HOST,
  /** Who began to work: the employer its own, the college its graduates, offices counts. */
  'hiring.hire.read': { ...HOST, ...COLLEGE, ...OFFICES },
  /** People of the talent pool with a consent, across years. */
  'hiring.pool.read': { ...CENTRE, auditor: 'all' },
  'hiring.fit.run': { ...HOST, ...CENTRE, min_edu_specialist: 'all' },
  'hiring.outcome.read': { ...COLLEGE, ...OFFICES },
  'hiring.outcome.edit': COLLEGE,
  'hiring.outcome.answer': { everyone: 'all' },
  'hiring.form.read': { ...COLLEGE, ...OFFICES },
  'hiring.form.edit': COLLEGE,
  /** The way from a need line to a hire; names only where the reader may see them anyway. */
  'hiring.path.read': { ...HOST, ...COLLEGE, ...OFFICES },
  'hiring.own.read': { student: 'own' },
  /** Invitations and offers reach a graduate who is no student any more. */
  'hiring.own.answer': { signedIn: 'own' },
});
