import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { ROLES } from '../registry/index.ts';
import { rights } from './rights.ts';
import { smallKit } from './testing/kits.test.kit.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});
const ID = '00000000-0000-7000-8000-000000000001';
const which = { id: ID };

/** One use case behind each permission of exams, with an input that passes the schema. */
const ATTEMPTS: Record<string, [string, object]> = {
  'exams.kit.read': ['exams.listKits', {}],
  'exams.kit.edit': ['exams.saveKit', { id: ID, body: smallKit() }],
  'exams.centre.read': ['exams.listCentres', {}],
  'exams.centre.edit': ['exams.saveCentre', { id: ID, name: 'Ц', address: 'А', workplaces: 5 }],
  'exams.centre.check': [
    'exams.noteCentreCheck',
    { ...which, kitCode: 'К', kind: 'equipment', number: '1', workplaces: 1, from: '2027-01-01' },
  ],
  'exams.board.read': ['exams.listBoards', {}],
  'exams.board.edit': [
    'exams.saveBoard',
    { organisationId: ID, kind: 'appeal', year: 2027, members: [{ personId: ID, post: 'member' }] },
  ],
  'exams.attestation.edit': [
    'exams.saveAttestation',
    {
      programmeCode: '15.01.05',
      graduationYear: 2027,
      kitCodes: ['К'],
      scheme: 'R42',
      bounds: [7000, 4000, 2000],
    },
  ],
  'exams.session.read': ['exams.listSessions', {}],
  'exams.session.plan': ['exams.admitStudents', { ...which, studentIds: [ID] }],
  'exams.session.confirm': ['exams.giveTask', which],
  'exams.seat.edit': ['exams.releaseSeat', { ...which, personId: ID, why: 'нет' }],
  'exams.seat.answer': ['exams.mySeats', {}],
  'exams.day.lead': ['exams.noteCheck', { ...which, number: '1' }],
  'exams.mark.write': ['exams.signPlace', { ...which, examineeId: ID }],
  'exams.mark.read': ['exams.getMarkSheet', which],
  'exams.paper.type': ['exams.getPaper', which],
  'exams.board.grade': ['exams.setGrades', which],
  'exams.appeal.read': ['exams.listAppeals', {}],
  'exams.appeal.decide': ['exams.decideAppeal', { ...which, decision: 'keep', number: '1', words: 'нет' }],
  'exams.own.read': ['exams.myExams', {}],
  'exams.own.write': ['exams.withdrawAppeal', which],
  'exams.card.issue': ['exams.issueCards', which],
  'exams.card.check': ['exams.checkCard', { token: 'a'.repeat(24) }],
};

test.each(
  Object.entries(ATTEMPTS),
)('%s: every role may what the table says, and nothing else', async (permission, [name, input]) => {
  for (const role of [...Object.keys(ROLES), 'visitor']) {
    const table: Record<string, string> = rights[permission as keyof typeof rights];
    const allowed = role in table || 'everyone' in table || ('signedIn' in table && role !== 'visitor');
    const said = await world.call(name, input, world.as(role, { organisationId: ID })).then(
      () => 'did',
      (error: { key?: string }) => error.key ?? String(error),
    );
    const denied = ['use-case:error.noRight', 'use-case:error.signIn'].includes(said);
    expect([role, denied]).toEqual([role, !allowed]);
  }
});
