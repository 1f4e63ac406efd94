import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';

let world: TestWorld;
const plant = (more: object = {}) => ({
  kind: 'enterprise',
  fullName: 'ООО «Литейный двор» (демо)',
  shortName: '«Литейный двор» (демо)',
  ...more,
});
const add = (more: object = {}) =>
  world.call<{ id: string; rev: number }>('registry.saveOrganisation', plant(more), world.as('admin'));

beforeAll(async () => {
  world = await freshWorld();
});

describe('organisations', () => {
  test('a second record with the same ИНН is refused at its field', async () => {
    await add({ inn: '7707083893' });
    await expect(add({ inn: '7707083893' })).rejects.toMatchObject({
      status: 409,
      fields: [{ path: 'inn' }],
    });
  });
  test('a wrong check digit is refused by the same schema the form uses', async () => {
    await expect(add({ inn: '7707083894' })).rejects.toThrow(/registry:rule.inn/);
  });
  test('a new name holds from its day, old papers keep the old one', async () => {
    const { id, rev } = await add({ shortName: 'Союз молодых профессионалов' });
    await world.call(
      'registry.saveOrganisation',
      { ...plant({ shortName: 'Институт развития' }), id, rev, nameFrom: '2026-06-01' },
      world.as('admin'),
    );
    const card = await world.call<{ shortName: string; names: { shortName: string; to: string | null }[] }>(
      'registry.getOrganisation',
      { id },
      world.as('admin'),
    );
    expect(card.shortName).toBe('Институт развития');
    expect(card.names).toMatchObject([
      { shortName: 'Союз молодых профессионалов', to: '2026-05-31' },
      { shortName: 'Институт развития', to: null },
    ]);
  });
  test('a page opened before somebody else saved is told so', async () => {
    const { id } = await add({ shortName: 'Пойма' });
    await world.call(
      'registry.saveOrganisation',
      { ...plant({ shortName: 'Пойма' }), id, rev: 1 },
      world.as('admin'),
    );
    await expect(
      world.call('registry.saveOrganisation', { ...plant(), id, rev: 1 }, world.as('admin')),
    ).rejects.toMatchObject({ key: 'use-case:error.stale' });
  });
  test('a circle of successors is refused', async () => {
    const [a, b, c] = [
      await add({ shortName: 'А' }),
      await add({ shortName: 'Б' }),
      await add({ shortName: 'В' }),
    ];
    const succeed = (id: string, successorId: string) =>
      world.call('registry.succeedOrganisation', { id, successorId, on: '2026-01-01' }, world.as('admin'));
    await succeed(a.id, b.id);
    await succeed(b.id, c.id);
    await expect(succeed(c.id, a.id)).rejects.toMatchObject({ key: 'registry:error.cyclicSuccession' });
    await expect(succeed(c.id, c.id)).rejects.toMatchObject({ key: 'registry:error.cyclicSuccession' });
  });
  test('a merged duplicate leaves the lists and comes back when the merge is undone', async () => {
    const [keep, twin] = [await add({ shortName: 'Сельмаш' }), await add({ shortName: 'Сель маш' })];
    const { mergeId } = await world.call<{ mergeId: string }>(
      'registry.mergeOrganisations',
      { keepId: keep.id, mergeId: twin.id, reason: 'одна организация' },
      world.as('admin'),
    );
    const listed = async () =>
      (
        await world.call<{ rows: { id: string }[] }>(
          'registry.listOrganisations',
          { search: 'сель' },
          world.as('admin'),
        )
      ).rows.map(({ id }) => id);
    expect(await listed()).toEqual([keep.id]);
    await world.call('registry.undoMerge', { mergeId }, world.as('admin'));
    expect(await listed()).toHaveLength(2);
    expect(await world.call('registry.getOrganisation', { id: twin.id }, world.as('admin'))).toMatchObject({
      shortName: 'Сель маш',
    });
  });
});

describe('appointments', () => {
  const person = { surname: 'Ёлкина', givenName: 'Анна', patronymic: 'Петровна' };
  test('the head of a plant appoints its HR officer, not a head, and not elsewhere', async () => {
    const [own, other] = [await add({ shortName: 'Свой завод' }), await add({ shortName: 'Чужой завод' })];
    const head = world.as('enterprise_head', { organisationId: own.id });
    const appoint = (role: string, organisationId: string) =>
      world.call<{ assignmentId: string }>(
        'registry.appoint',
        { person, role, organisationId, from: '2026-11-01', ground: 'приказ 12' },
        head,
      );
    const { assignmentId } = await appoint('enterprise_hr', own.id);
    await expect(appoint('enterprise_head', own.id)).rejects.toMatchObject({
      key: 'registry:error.mayNotAppoint',
    });
    await expect(appoint('enterprise_hr', other.id)).rejects.toMatchObject({ status: 404 });
    const listed = await world.call<{ rows: { personName: string }[] }>('registry.listAssignments', {}, head);
    expect(listed.rows.map((row) => row.personName)).toEqual(['Ёлкина Анна Петровна']);
    await world.call('registry.endAssignment', { id: assignmentId, on: '2026-11-10', reason: 'ушла' }, head);
    expect((await world.call<{ rows: object[] }>('registry.listAssignments', {}, head)).rows).toEqual([]);
  });
  test('an unverified enterprise sees no person', async () => {
    const { id } = await world.call<{ id: string }>(
      'registry.registerEnterprise',
      {
        fullName: 'ООО «Новый» (демо)',
        shortName: '«Новый» (демо)',
        inn: '7728168971',
        contact: person,
        email: 'hr@example.ru',
      },
      world.as('visitor'),
    );
    const hr = world.as('enterprise_hr', { organisationId: id, verified: false });
    expect(await world.call('registry.listPersons', {}, hr)).toEqual({ rows: [], total: 0 });
    await world.call(
      'registry.verifyOrganisation',
      { id, how: 'выписка ЕГРЮЛ' },
      world.as('min_edu_specialist'),
    );
    const seen = await world.call<{ total: number }>('registry.listPersons', {}, { ...hr, verified: true });
    expect(seen.total).toBe(1);
  });
});
