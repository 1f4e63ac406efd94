import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { uuidV7 } from '../../../platform/use-case/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { insertPerson } from './insert-person.ts';

let world: TestWorld;
let plant: string;
const person = { surname: 'Сошников', givenName: 'Илья', patronymic: 'Петрович' };

beforeAll(async () => {
  world = await freshWorld();
  const made = await world.call<{ id: string }>(
    'registry.saveOrganisation',
    { kind: 'enterprise', fullName: 'Завод (демо)', shortName: 'Завод (демо)' },
    world.as('admin'),
  );
  plant = made.id;
});

const head = () => world.as('enterprise_head', { organisationId: plant });
const appoint = (more: object = {}) =>
  world.call<{ assignmentId: string; personId: string }>(
    'registry.appoint',
    { person, role: 'enterprise_hr', organisationId: plant, from: '2026-11-01', ground: 'приказ', ...more },
    head(),
  );
const letters = async () =>
  (
    await sql<{
      body: string;
      address: string;
    }>`select body, address from platform.mail_content order by mail_id`.execute(world.db)
  ).rows;
const tokenIn = (letter: { body: string } | undefined) => /#(\S+)/.exec(letter?.body ?? '')?.[1] ?? '';
const accept = (token: string, password = 'долгий тайный ключ') =>
  world.call<{ accepted: boolean; why?: string }>(
    'registry.acceptInvitation',
    { token, password },
    world.as('visitor'),
  );

describe('an invitation', () => {
  test('comes by letter, opens the account once, and an earlier link dies with a new one', async () => {
    const { assignmentId, personId } = await appoint({ email: 'hr@example.ru' });
    const [first] = await letters();
    expect(first).toMatchObject({ address: 'hr@example.ru' });
    expect(first?.body).toContain('/invitation#');
    await world.call('registry.invite', { assignmentId }, head());
    expect(await accept(tokenIn(first))).toMatchObject({ accepted: false, why: 'killed' });
    const token = tokenIn((await letters())[1]);
    await expect(accept(token, 'коротко')).rejects.toMatchObject({ fields: [{ path: 'password' }] });
    expect(await accept(token)).toMatchObject({ accepted: true, email: 'hr@example.ru' });
    expect(await accept(token)).toMatchObject({ accepted: false, why: 'spent' });
    await expect(world.call('registry.invite', { assignmentId }, head())).rejects.toMatchObject({
      key: 'registry:error.hasAccount',
    });
    const { rows } =
      await sql`select 1 from identity."user" where person_id = ${personId} and email_verified`.execute(
        world.db,
      );
    expect(rows).toHaveLength(1);
  });
  test('is sent by who may appoint, in their own organisation, to a known address', async () => {
    const { assignmentId } = await appoint({ role: 'mentor', person: { ...person, surname: 'Наставников' } });
    await expect(world.call('registry.invite', { assignmentId }, head())).rejects.toMatchObject({
      fields: [{ path: 'email' }],
    });
    await expect(
      world.call(
        'registry.invite',
        { assignmentId, email: 'm@example.ru' },
        world.as('enterprise_head', { organisationId: world.newId() }),
      ),
    ).rejects.toMatchObject({ status: 404 });
  });
  test('a plant that registers itself gets its invitation', async () => {
    await world.call(
      'registry.registerEnterprise',
      {
        fullName: 'ООО «Росток»',
        shortName: '«Росток»',
        inn: '7728168971',
        contact: { ...person, surname: 'Новиков' },
        email: 'new@example.ru',
      },
      world.as('visitor'),
    );
    expect((await letters()).at(-1)).toMatchObject({ address: 'new@example.ru' });
  });
});

describe('two records of one person', () => {
  test('are proposed, merged with roles and ties, and parted again exactly', async () => {
    const one = await appoint({ role: 'enterprise_foreman', person: { ...person, surname: 'Двойников' } });
    const two = await appoint({
      role: 'mentor',
      person: { ...person, surname: 'Двойников', birthDate: '1980-01-02' },
    });
    const pairs = await world.call<{ rows: { a: { id: string }; b: { id: string } }[] }>(
      'registry.listPersonDuplicates',
      {},
      world.as('admin'),
    );
    expect(pairs.rows).toMatchObject([{ a: { id: one.personId }, b: { id: two.personId } }]);
    const owner = async (id: string) =>
      (
        await sql<{ person_id: string }>`select person_id from registry.assignment where id = ${id}`.execute(
          world.db,
        )
      ).rows[0]?.person_id;
    const ties = async (id: string) =>
      (await sql`select 1 from registry.tie where person_id = ${id}`.execute(world.db)).rows.length;
    const { mergeId } = await world.call<{ mergeId: string }>(
      'registry.mergePersons',
      { keepId: one.personId, mergeId: two.personId, reason: 'один человек' },
      world.as('admin'),
    );
    expect(await owner(two.assignmentId)).toBe(one.personId);
    expect(await ties(one.personId)).toBe(2);
    const listed = await world.call<{ rows: { id: string; kept: string; merged: string }[] }>(
      'registry.listMerges',
      {},
      world.as('admin'),
    );
    expect(listed.rows).toMatchObject([
      { id: mergeId, kept: 'Двойников Илья Петрович', merged: 'Двойников Илья Петрович' },
    ]);
    await expect(
      world.call('registry.undoMerge', { mergeId }, world.as('min_edu_specialist')),
    ).rejects.toMatchObject({ status: 404 });
    await world.call('registry.undoMerge', { mergeId }, world.as('admin'));
    expect(await owner(two.assignmentId)).toBe(two.personId);
    expect(await owner(one.assignmentId)).toBe(one.personId);
    expect(await ties(one.personId)).toBe(1);
  });
});

test('whoever is entered by hand in a demo is a demo person, so that the demo opens again', async () => {
  const entered = async () => {
    const id = await insertPerson(world.db, {
      ...person,
      birthDate: null,
      sex: null,
      today: '2026-11-23',
      newId: uuidV7,
    });
    const { rows } = await sql<{
      is_demo: boolean;
    }>`select is_demo from registry.person where id = ${id}`.execute(world.db);
    return rows[0]?.is_demo;
  };
  await sql`update registry.person set is_demo = false`.execute(world.db);
  expect(await entered()).toBe(false);
  await sql`update registry.person set is_demo = true`.execute(world.db);
  expect(await entered()).toBe(true);
});
