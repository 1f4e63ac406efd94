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
  'practice.plan.read': ['practice.listPlans', {}],
  'practice.plan.edit': ['practice.copyYear', { schoolYear: 2026 }],
  'practice.offer.read': ['practice.listOffers', {}],
  'practice.offer.edit': ['practice.withdrawOffer', { id: ID, reason: 'нет' }],
  'practice.placement.read': ['practice.getBoard', { id: ID }],
  'practice.placement.edit': ['practice.advanceAll', { id: ID }],
  'practice.trainee.read': ['practice.listTrainees', {}],
  'practice.trainee.edit': ['practice.noteBriefing', { ids: [ID], on: '2026-11-23' }],
  'practice.log.confirm': ['practice.confirmLog', { id: ID, days: ['2026-11-23'] }],
  'practice.round.read': ['practice.listRounds', {}],
  'practice.round.lead': ['practice.freezeRound', { id: ID }],
  'practice.public.read': ['practice.listDraws', {}],
  'practice.paper.make': ['practice.newPaperSet', {}],
  'practice.guardian.answer': ['practice.peekGuardian', { token: 'x' }],
  'practice.appraisal.answer': ['practice.peekAppraisal', { token: 'x' }],
  'practice.appraisal.ask': ['practice.askAppraisals', { ids: [ID] }],
  'practice.appraisal.share': ['practice.appraisalShare', {}],
  'practice.district.read': ['practice.districtPractice', {}],
  'practice.form.read': ['practice.listForms', {}],
  'practice.form.edit': ['practice.formChoices', {}],
  'practice.own.read': ['practice.myPractice', {}],
  'practice.own.write': ['practice.answerLeaving', { id: ID, answer: 'given' }],
};

test.each(
  Object.entries(ATTEMPTS),
)('%s: every role may what the table says, and nothing else', async (permission, [name, input]) => {
  for (const role of [...Object.keys(ROLES), 'visitor']) {
    const table: object = rights[permission as keyof typeof rights];
    const allowed = role in table || 'everyone' in table;
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
    .filter(([name]) => name.startsWith('practice.'))
    .map(([, { right }]) => right);
  expect(new Set(used)).toEqual(new Set(Object.keys(rights)));
});
