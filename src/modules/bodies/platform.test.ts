import { expect, test } from 'vitest';
import { freshWorld } from '../../testing/world.ts';

interface Id {
  id: string;
}

test('M-25: the working platform of the placement centre: agenda, decisions with owner and date become tasks', async () => {
  const world = await freshWorld();
  const organisation = async (kind: string, name: string) =>
    (
      await world.call<Id>(
        'registry.saveOrganisation',
        { kind, fullName: name, shortName: name },
        world.as('admin'),
      )
    ).id;
  const centre = await organisation('placement_centre', 'Центр трудоустройства');
  const college = await organisation('college', 'Колледж');
  const plant = await organisation('enterprise', 'Завод');
  const coordinator = world.as('placement_centre_coordinator', { organisationId: centre });
  const appoint = async (surname: string, role: string, organisationId: string, as: string) =>
    (
      await world.call<{ personId: string }>(
        'registry.appoint',
        {
          person: { surname, givenName: 'Анна' },
          role,
          organisationId,
          from: '2026-01-01',
          ground: 'приказ',
        },
        world.as(as, { organisationId }),
      )
    ).personId;
  const chair = await appoint('Председателева', 'placement_centre_coordinator', centre, 'admin');
  const secretary = await appoint('Секретарева', 'college_teacher', college, 'college_head');
  const owner = await appoint('Заводская', 'enterprise_hr', plant, 'enterprise_head');

  const { id: body } = await world.call<Id>(
    'bodies.saveBody',
    {
      kind: 'platform',
      name: 'Рабочая площадка по формам и способам практической подготовки',
      organisationId: centre,
      quorumPercent: 50,
    },
    coordinator,
  );
  const members: string[] = [];
  for (const [personId, organisationId, post] of [
    [chair, centre, 'chair'],
    [secretary, college, 'secretary'],
    [owner, plant, 'member'],
  ] as const)
    members.push(
      (
        await world.call<Id>(
          'bodies.addMember',
          { bodyId: body, personId, organisationId, post, from: '2026-02-01' },
          coordinator,
        )
      ).id,
    );
  const agenda = ['Формы и способы практической подготовки', 'Нехватка мест по сварке в районах'];
  const { id } = await world.call<Id>(
    'bodies.planMeeting',
    { bodyId: body, number: '1', heldOn: '2026-11-20', items: agenda },
    coordinator,
  );
  const { rev } = await world.call<{ rev: number }>('bodies.getMeeting', { id }, coordinator);
  await world.call(
    'bodies.saveMeeting',
    {
      id,
      rev,
      number: '1',
      heldOn: '2026-11-20',
      present: members,
      items: [
        {
          title: agenda[0],
          votes: { for: 3, against: 0, abstain: 0 },
          decisions: [
            { text: 'Описать стажировку бригадой из трёх студентов', ownerId: owner, due: '2026-12-20' },
          ],
        },
        { title: agenda[1], votes: null, decisions: [] },
      ],
    },
    coordinator,
  );
  const tasks = async () =>
    (
      await world.call<{ rows: { kind: string; due: string | null; subject: Id }[] }>(
        'tasks.listMyTasks',
        {},
        world.as('enterprise_hr', { personId: owner, organisationId: plant }),
      )
    ).rows;
  for (const event of ['hold', 'close']) await world.call('bodies.moveMeeting', { id, event }, coordinator);
  expect(await tasks()).toEqual([]);
  for (const memberId of members.slice(0, 2))
    await world.call(
      'bodies.signMinutes',
      { id, memberId, signedOn: '2026-11-21', originalReceived: true },
      coordinator,
    );
  const open = await tasks();
  expect(open).toMatchObject([{ kind: 'bodies.carryOut', due: '2026-12-20' }]);
  await world.call(
    'bodies.doneDecision',
    { id: open[0]?.subject.id, note: 'описано, лежит у методиста' },
    world.as('enterprise_hr', { personId: owner, organisationId: plant }),
  );
  expect(await tasks()).toEqual([]);
});
