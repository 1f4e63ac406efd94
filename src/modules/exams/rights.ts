import { rightsTable } from '../../platform/rights/index.ts';
import { staffingRights } from './staffing/staffing-rights.ts';

const COLLEGE = {
  college_head: 'organisation',
  college_deputy: 'organisation',
  university_coordinator: 'organisation',
} as const;
const BOARD = { board_chair: 'organisation', board_member: 'organisation' } as const;
const SEATED = { expert: 'assigned', technical_expert: 'assigned' } as const;
const OPERATOR = { exam_operator_coordinator: 'all' } as const;
const OFFICES = {
  admin: 'all',
  auditor: 'all',
  min_edu_head: 'all',
  min_edu_specialist: 'all',
  ...OPERATOR,
} as const;

export const rights = rightsTable({
  ...staffingRights,
  /** Kits are published: whoever is signed in may read them. */
  'exams.kit.read': { signedIn: 'all' },
  'exams.kit.edit': OPERATOR,
  'exams.centre.read': {
    ...OFFICES,
    ...SEATED,
    college_head: 'all',
    college_deputy: 'all',
    university_coordinator: 'all',
  },
  'exams.centre.edit': { ...OPERATOR, ...COLLEGE },
  /** A check of a centre is noted by the operator, never by the centre itself. */
  'exams.centre.check': OPERATOR,
  'exams.board.read': { ...OFFICES, ...COLLEGE, ...BOARD, appeal_member: 'organisation' },
  'exams.board.edit': { min_edu_head: 'all', min_edu_specialist: 'all', ...COLLEGE },
  'exams.attestation.edit': COLLEGE,
  /** Sessions with the names of examinees. */
  'exams.session.read': {
    ...OFFICES,
    ...COLLEGE,
    ...BOARD,
    ...SEATED,
    college_curator: 'assigned',
    appeal_member: 'organisation',
  },
  'exams.session.plan': { ...OPERATOR, ...COLLEGE },
  'exams.session.confirm': OPERATOR,
  'exams.seat.edit': OPERATOR,
  'exams.seat.answer': { expert: 'own', technical_expert: 'own', board_chair: 'own', board_member: 'own' },
  /** The site's part of the day before and of the day: check, briefing, presence, times, failures. */
  'exams.day.lead': { ...OPERATOR, ...SEATED },
  'exams.mark.write': { expert: 'own' },
  /** Marks of one session, by workplace, without names before the protocol is signed. */
  'exams.mark.read': { ...SEATED, ...OPERATOR, auditor: 'all', ...BOARD, appeal_member: 'organisation' },
  'exams.paper.type': { ...OPERATOR, technical_expert: 'assigned' },
  'exams.board.grade': BOARD,
  'exams.appeal.read': { appeal_member: 'organisation', ...BOARD, ...COLLEGE, ...OPERATOR },
  'exams.appeal.decide': { appeal_member: 'organisation' },
  'exams.own.read': { student: 'own' },
  'exams.own.write': { student: 'own' },
  'exams.card.issue': { ...OPERATOR, ...COLLEGE },
  'exams.card.check': { everyone: 'all' },
  'exams.federal.exchange': OPERATOR,
});
