import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { ROLES } from '../registry/index.ts';
import { rights } from './rights.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});
const ID = '00000000-0000-7000-8000-000000000001';

/** One use case behind each permission, with an input that passes the schema. */
const ATTEMPTS: Record<keyof typeof rights, [string, object]> = {
  'hiring.interest.read': ['hiring.listInterests', {}],
  'hiring.interest.edit': ['hiring.endInterest', { id: ID }],
  'hiring.candidate.read': ['hiring.listCandidates', {}],
  'hiring.candidate.edit': ['hiring.removeCandidate', { id: ID }],
  'hiring.offer.read': ['hiring.listOffers', {}],
  'hiring.offer.edit': ['hiring.withdrawOffer', { id: ID, why: 'нет' }],
  'hiring.hire.read': ['hiring.listHires', {}],
  'hiring.pool.read': ['hiring.listPool', {}],
  'hiring.fit.run': ['hiring.computeMatches', {}],
  'hiring.outcome.read': ['hiring.listOutcomes', {}],
  'hiring.outcome.edit': ['hiring.noteOutcome', { id: ID, what: 'army' }],
  'hiring.outcome.answer': ['hiring.peekOutcome', { token: 'x' }],
  'hiring.form.read': ['hiring.getForm', { year: 2026 }],
  'hiring.form.edit': ['hiring.saveFormPart', { programmeCode: '15.01.05', year: 2026, line: 2, counts: {} }],
  'hiring.path.read': ['hiring.getPath', { from: 'hire', id: ID }],
  'hiring.own.read': ['hiring.myMatches', {}],
  'hiring.own.answer': ['hiring.answerOffer', { id: ID, answer: 'accept' }],
};

test.each(
  Object.entries(ATTEMPTS),
)('%s: every role may what the table says, and nothing else', async (permission, [name, input]) => {
  const table = rights[permission as keyof typeof rights] as Record<string, string>;
  for (const role of [...Object.keys(ROLES), 'visitor']) {
    const allowed = role in table || 'everyone' in table || ('signedIn' in table && role !== 'visitor');
    const said = await world.call(name, input, world.as(role, { organisationId: ID })).then(
      () => 'did',
      (error: { key?: string }) => error.key ?? String(error),
    );
    const denied = ['use-case:error.noRight', 'use-case:error.signIn'].includes(said);
    expect([role, denied]).toEqual([role, !allowed]);
  }
});

test('every use case of the room stands behind a permission of its table', () => {
  const used = [...world.house.useCases]
    .filter(([name]) => name.startsWith('hiring.'))
    .map(([, { right }]) => right);
  expect(new Set(used)).toEqual(new Set(Object.keys(rights)));
});
