import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { enrolOne, makeCollege } from '../../programmes/testing/college.ts';
import { loadActor } from '../load-actor.ts';
import { addTie } from '../ties/tie.ts';

interface Merged {
  mergeId: string;
  moved: number;
  stayed: number;
}

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});

const organisation = async (shortName: string, more: object = {}) =>
  (
    await world.call<{ id: string }>(
      'registry.saveOrganisation',
      { kind: 'enterprise', fullName: shortName, shortName, ...more },
      world.as('admin'),
    )
  ).id;
const merge = (noun: 'Organisations' | 'Persons', keepId: string, mergeId: string) =>
  world.call<Merged>(`registry.merge${noun}`, { keepId, mergeId, reason: 'одна запись' }, world.as('admin'));
const undo = (mergeId: string) => world.call('registry.undoMerge', { mergeId }, world.as('admin'));

/** Every row of the database that points at a record by a foreign key, by table and column. */
async function pointers(target: string, id: string): Promise<Record<string, number>> {
  const { rows: keys } = await sql<{ tab: string; col: string }>`
    select c.conrelid::regclass::text as tab, a.attname as col from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${target}::regclass order by 1, 2`.execute(world.db);
  const counts: Record<string, number> = {};
  for (const { tab, col } of keys) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(tab)}
      where ${sql.ref(col)} = ${id}`.execute(world.db);
    if (rows[0]?.n) counts[`${tab}.${col}`] = rows[0].n;
  }
  return counts;
}

describe('a merge of organisations', () => {
  test('moves programmes, roles, cohorts and ties to the kept record, and undoing it puts exactly them back', async () => {
    const [kept, twin] = [
      await makeCollege(world, 'Вятский колледж'),
      await makeCollege(world, 'Вятский коледж'),
    ];
    await enrolOne(world, twin, 'Переезжев');
    // both hold the same programme, so that one cannot move
    const before = [
      await pointers('registry.organisation', kept.organisationId),
      await pointers('registry.organisation', twin.organisationId),
    ];
    const { mergeId, moved, stayed } = await merge('Organisations', kept.organisationId, twin.organisationId);
    expect(await pointers('registry.organisation', twin.organisationId)).toEqual({
      'programmes.programme.organisation_id': 1,
      'registry.organisation_name.organisation_id': 1,
    });
    expect(stayed).toBe(1);
    expect(await pointers('registry.organisation', kept.organisationId)).toMatchObject({
      'registry.cohort.organisation_id': 2,
      'registry.assignment.organisation_id': 1,
    });
    const { rows } = await world.call<{ rows: object[] }>('registry.listMerges', {}, world.as('admin'));
    expect(rows).toMatchObject([{ id: mergeId, moved, stayed: 1 }]);
    await undo(mergeId);
    expect([
      await pointers('registry.organisation', kept.organisationId),
      await pointers('registry.organisation', twin.organisationId),
    ]).toEqual(before);
  });

  test('what is written later with the old id stands at the survivor: card, role, tie', async () => {
    const [kept, twin] = [await organisation('Пимокатная'), await organisation('Пимо-катная')];
    const { mergeId } = await merge('Organisations', kept, twin);
    const card = await world.call<{ id: string }>(
      'registry.getOrganisation',
      { id: twin },
      world.as('admin'),
    );
    expect(card.id).toBe(kept);
    const { personId } = await world.call<{ personId: string }>(
      'registry.appoint',
      {
        person: { surname: 'Катальщиков', givenName: 'Фома' },
        role: 'enterprise_hr',
        organisationId: kept,
        from: '2026-01-01',
        ground: 'приказ',
      },
      world.as('admin'),
    );
    await addTie(world.db, {
      kind: 'sponsors',
      from: { organisationId: twin },
      to: { personId },
      since: '2026-01-01',
      until: null,
      source: { kind: 'test', id: '1' },
      newId: world.newId,
    });
    const ties = await sql`select 1 from registry.tie where organisation_id = ${kept}`.execute(world.db);
    expect(ties.rows).toHaveLength(1);
    await undo(mergeId);
    // written for the survivor, it stays there
    expect(await pointers('registry.organisation', twin)).toEqual({
      'registry.organisation_name.organisation_id': 1,
    });
  });

  test('merged twice, the first record resolves to the last; merges come apart in the opposite order', async () => {
    const [a, b, c] = [await organisation('Аист'), await organisation('Бобр'), await organisation('Волк')];
    const survivor = async (id: string) =>
      (await world.call<{ id: string }>('registry.getOrganisation', { id }, world.as('admin'))).id;
    const first = await merge('Organisations', b, a);
    const second = await merge('Organisations', c, b);
    expect(await survivor(a)).toBe(c);
    await expect(undo(first.mergeId)).rejects.toMatchObject({ key: 'registry:error.undoLaterFirst' });
    await undo(second.mergeId);
    expect(await survivor(a)).toBe(b);
    await undo(first.mergeId);
    expect(await survivor(a)).toBe(a);
  });

  test('is refused between kinds, into a circle of successors, and when it would lend a verified name', async () => {
    const [plant, school] = [await organisation('Завод'), await organisation('Школа', { kind: 'school' })];
    await expect(merge('Organisations', plant, school)).rejects.toMatchObject({
      key: 'registry:error.mergeKinds',
    });
    const [old, young] = [await organisation('Прежний'), await organisation('Новый')];
    await world.call(
      'registry.succeedOrganisation',
      { id: old, successorId: young, on: '2026-01-01' },
      world.as('admin'),
    );
    await expect(merge('Organisations', old, young)).rejects.toMatchObject({
      key: 'registry:error.cyclicSuccession',
    });
    expect(await pointers('registry.organisation', young)).toMatchObject({
      'registry.organisation.successor_id': 1,
    });
    await world.call('registry.verifyOrganisation', { id: plant, how: 'выписка' }, world.as('admin'));
    const { id: stranger } = await world.call<{ id: string }>(
      'registry.registerEnterprise',
      {
        fullName: 'ООО «Завод»',
        shortName: 'Завод',
        inn: '7728168971',
        contact: { surname: 'Чужаков', givenName: 'Иван' },
        email: 'stranger@example.ru',
      },
      world.as('visitor'),
    );
    await expect(merge('Organisations', plant, stranger)).rejects.toMatchObject({
      key: 'registry:error.mergeUnverified',
    });
  });
});

describe('a merge of persons', () => {
  test('moves studies and cohorts too; a role held in both records acts in the one organisation', async () => {
    const college = await makeCollege(world, 'Слободской колледж');
    const [one, two] = [
      await enrolOne(world, college, 'Близнецов'),
      await enrolOne(world, college, 'Близнецов', {
        groupId: (await secondGroup(college)).id,
        seatLineId: college.seatLineId,
      }),
    ];
    const before = await pointers('registry.person', two.personId);
    const { mergeId, stayed } = await merge('Persons', one.personId, two.personId);
    // the role of a student in one college, on one day, exists once
    expect(stayed).toBe(1);
    expect(await pointers('registry.person', two.personId)).toEqual({ 'registry.assignment.person_id': 1 });
    expect(await pointers('registry.person', one.personId)).toMatchObject({
      'programmes.student.person_id': 2,
      'registry.cohort_member.person_id': 2,
    });
    await undo(mergeId);
    expect(await pointers('registry.person', two.personId)).toEqual(before);
  });
});

const secondGroup = ({ programmeId, deputy }: Awaited<ReturnType<typeof makeCollege>>) =>
  world.call<{ id: string }>(
    'programmes.saveGroup',
    { programmeId, code: 'СВ-24-9', intakeYear: 2024, course: 3, graduationYear: 2027 },
    deputy,
  );

test('who was signed in with a role of the duplicate acts for the kept organisation at the next request', async () => {
  const [kept, twin] = [await organisation('Маслобойня'), await organisation('Масло-бойня')];
  const { personId, assignmentId } = await world.call<{ personId: string; assignmentId: string }>(
    'registry.appoint',
    {
      person: { surname: 'Маслов', givenName: 'Егор' },
      role: 'enterprise_hr',
      organisationId: twin,
      from: '2026-01-01',
      ground: 'приказ',
    },
    world.as('admin'),
  );
  await sql`insert into identity."user" (id, name, email, email_verified, created_at, updated_at, person_id)
    values ('u-merge', 'Маслов', 'maslov@example.ru', true, now(), now(), ${personId})`.execute(world.db);
  await sql`insert into identity.session (id, expires_at, token, created_at, updated_at, user_id, assignment_id)
    values ('s-merge', '2027-01-01', 'token-merge', now(), now(), 'u-merge', ${assignmentId})`.execute(
    world.db,
  );
  const acting = async () =>
    (await loadActor(world.db, 'token-merge', '2026-11-23T09:00:00Z', '2026-11-23', () => ({})))?.actor
      .organisationId;
  expect(await acting()).toBe(twin);
  const { mergeId } = await merge('Organisations', kept, twin);
  expect(await acting()).toBe(kept);
  await undo(mergeId);
  expect(await acting()).toBe(twin);
});
