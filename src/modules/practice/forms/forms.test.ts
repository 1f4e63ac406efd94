import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { addPlan, makeScene, PLAN, type Scene } from '../testing/scene.test.kit.ts';

interface Row {
  id: string;
  name: string;
  kind: string;
  from: string;
  to: string | null;
  decision: string | null;
  body: string | null;
  plans: number;
  rev: number;
  retiredWhy: string | null;
}

let world: TestWorld;
let scene: Scene;
let centre: ReturnType<TestWorld['as']>;
beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
  centre = world.as('placement_centre_coordinator', {
    organisationId: await scene.organisation('placement_centre', 'Центр (демо)'),
  });
});

const BRIGADE = {
  kind: 'method',
  name: 'Бригадой из трёх студентов',
  about: 'Один наставник ведёт троих на одном участке.',
  kinds: ['PP'],
  source: 'Протокол площадки № 1',
  from: '2026-11-20',
};
const save = (more: object = {}, as = centre) =>
  world.call<{ id: string }>('practice.saveForm', { ...BRIGADE, ...more }, as);
const list = async (on?: string, as = scene.deputy) =>
  (await world.call<{ rows: Row[] }>('practice.listForms', on ? { on } : {}, as)).rows;
const named = async (name: string) => (await list()).find((row) => row.name === name) as Row;
const retire = (row: Row, lastDay: string | null, why = 'заменено') =>
  world.call('practice.retireForm', { id: row.id, rev: row.rev, lastDay, why }, centre);

/** A decision of the platform's minutes in a state. */
async function decision(state: string, kind = 'platform'): Promise<string> {
  const [body, meeting, item, id] = [world.newId(), world.newId(), world.newId(), world.newId()];
  await sql`insert into bodies.body (id, kind, name, organisation_id) values (${body}, ${kind}, 'Площадка', ${scene.college})`.execute(
    world.db,
  );
  await sql`insert into bodies.meeting (id, body_id, number, held_on, state) values (${meeting}, ${body}, '1', '2026-11-20', ${state})`.execute(
    world.db,
  );
  await sql`insert into bodies.agenda_item (id, meeting_id, place, title) values (${item}, ${meeting}, 0, 'Формы')`.execute(
    world.db,
  );
  await sql`insert into bodies.decision (id, agenda_item_id, text) values (${id}, ${item}, 'Описать бригадную практику')`.execute(
    world.db,
  );
  return id;
}

describe('M-25, F-1: the catalogue of forms and methods', () => {
  test('is added to, changed and retired without code; every entry has its source and its days', async () => {
    await save();
    const row = await named(BRIGADE.name);
    expect(row).toMatchObject({ kind: 'method', from: '2026-11-20', to: null, plans: 0, rev: 1 });
    await save({ id: row.id, rev: row.rev, about: 'Наставник ведёт троих, роли меняются раз в неделю.' });
    await expect(save({ id: row.id, rev: row.rev })).rejects.toMatchObject({ key: 'use-case:error.stale' });
    const changed = await named(BRIGADE.name);
    await expect(retire(changed, '2026-12-31', '')).rejects.toMatchObject({
      key: 'practice:form.error.why',
    });
    await expect(retire(changed, '2026-11-19')).rejects.toMatchObject({
      key: 'practice:form.error.lastBeforeFirst',
    });
    await retire(changed, '2026-12-31');
    expect(await named(BRIGADE.name)).toMatchObject({ to: '2026-12-31', retiredWhy: 'заменено' });
    expect((await list('2026-12-31')).length).toBe(1);
    expect(await list('2027-01-01')).toEqual([]);
    await retire(await named(BRIGADE.name), null);
    expect(await named(BRIGADE.name)).toMatchObject({ to: null, retiredWhy: null });
  });

  test('does not hold one name twice on one day', async () => {
    await expect(save({ name: 'БРИГАДОЙ из трёх студентов' })).rejects.toMatchObject({
      key: 'practice:form.error.twin',
      status: 409,
    });
  });

  test('an entry rests on a decision of a platform’s signed minutes, or names another source', async () => {
    const signed = await decision('signed');
    await save({ name: 'Ротация по участкам', decisionId: signed });
    expect(await named('Ротация по участкам')).toMatchObject({
      decision: 'Описать бригадную практику',
      body: 'Площадка',
    });
    for (const [state, kind] of [
      ['closed', 'platform'],
      ['signed', 'council'],
    ] as const)
      await expect(
        save({ name: `Другое ${state}`, decisionId: await decision(state, kind) }),
      ).rejects.toMatchObject({ key: 'practice:form.error.noDecision' });
    const { decisions } = await world.call<{ decisions: { id: string }[] }>(
      'practice.formChoices',
      {},
      centre,
    );
    expect(decisions.map(({ id }) => id)).toEqual([signed]);
  });

  test('a plan goes by an entry in use on its first day and meant for its kind; a retired one is not chosen', async () => {
    const { id: formId } = await named(BRIGADE.name);
    const planId = await addPlan(world, scene, { formId });
    const { rows } = await world.call<{ rows: { id: string; formId: string; form: string }[] }>(
      'practice.listPlans',
      { schoolYear: 2026 },
      scene.deputy,
    );
    expect(rows.find(({ id }) => id === planId)).toMatchObject({ formId, form: BRIGADE.name });
    expect(await named(BRIGADE.name)).toMatchObject({ plans: 1 });
    const second = { formId, moduleCode: 'УП.01', from: '2026-12-01', to: '2026-12-04' };
    await expect(addPlan(world, scene, { ...second, kind: 'UP' }, false)).rejects.toMatchObject({
      key: 'practice:form.error.notFitting',
      fields: [{ path: 'formId' }],
    });
    // its first day cannot be moved behind a plan that goes by it
    const row = await named(BRIGADE.name);
    await expect(save({ id: row.id, rev: row.rev, from: '2027-01-01' })).rejects.toMatchObject({
      key: 'practice:form.error.inPlans',
    });
    await retire(row, '2026-12-31');
    expect(await named(BRIGADE.name)).toMatchObject({ plans: 1, to: '2026-12-31' });
    await expect(
      addPlan(world, scene, { ...PLAN, formId, from: '2027-03-01', to: '2027-03-31' }, false),
    ).rejects.toMatchObject({ key: 'practice:form.error.notFitting' });
  });

  test('the platform’s centre and the ministry keep it; a college reads', async () => {
    await expect(save({ name: 'Своё' }, scene.deputy)).rejects.toMatchObject({ status: 403 });
    await save({ name: 'Министерское' }, world.as('min_edu_specialist'));
    expect((await list(undefined, scene.hr)).length).toBe(3);
  });
});
