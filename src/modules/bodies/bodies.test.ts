import { beforeAll, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';

let world: TestWorld;
let college: string;
let body: string;
const people: string[] = [];
const memberIds: string[] = [];
const deputy = () => world.as('college_deputy', { organisationId: college });

beforeAll(async () => {
  world = await freshWorld();
  college = (
    await world.call<{ id: string }>(
      'registry.saveOrganisation',
      { kind: 'college', fullName: 'Техникум', shortName: 'Техникум' },
      world.as('admin'),
    )
  ).id;
  const head = world.as('college_head', { organisationId: college });
  for (const surname of ['Аистова', 'Берёзин', 'Вязова', 'Громов', 'Дубова']) {
    const { personId } = await world.call<{ personId: string }>(
      'registry.appoint',
      {
        person: { surname, givenName: 'Анна', patronymic: 'Ивановна' },
        role: 'college_teacher',
        organisationId: college,
        from: '2026-01-01',
        ground: 'приказ',
      },
      head,
    );
    people.push(personId);
  }
  body = (
    await world.call<{ id: string }>(
      'bodies.saveBody',
      { kind: 'governing_board', name: 'Управляющий совет', organisationId: college, quorumPercent: 50 },
      deputy(),
    )
  ).id;
  for (const [i, personId] of people.entries()) {
    const post = ['chair', 'secretary'][i] ?? 'member';
    const made = await world.call<{ id: string }>(
      'bodies.addMember',
      { bodyId: body, personId, organisationId: college, post, from: '2026-02-01' },
      deputy(),
    );
    memberIds.push(made.id);
  }
});

interface Card {
  state: string;
  rev: number;
  minutesHash: string | null;
  members: { present: boolean; signed: boolean }[];
  items: { result: string; decisions: { id: string }[] }[];
}
const card = (id: string, as = deputy()) => world.call<Card>('bodies.getMeeting', { id }, as);
let n = 0;
const plan = async () =>
  (
    await world.call<{ id: string }>(
      'bodies.planMeeting',
      { bodyId: body, number: `${++n}`, heldOn: '2026-11-20', items: ['О практике'] },
      deputy(),
    )
  ).id;
const minutes = (more: object = {}) => ({
  number: `${n}`,
  heldOn: '2026-11-20',
  present: memberIds.slice(0, 3),
  items: [
    {
      title: 'О практике',
      speaker: 'Аистова',
      votes: { for: 2, against: 1, abstain: 0 },
      decisions: [{ text: 'Согласовать места практики', ownerId: people[2], due: '2026-12-15' }],
    },
    { title: 'Разное', votes: null, decisions: [] },
  ],
  ...more,
});
const write = async (id: string, more: object = {}) =>
  world.call('bodies.saveMeeting', { ...minutes(more), id, rev: (await card(id)).rev }, deputy());
const move = (id: string, event: string) =>
  world.call<{ state: string }>('bodies.moveMeeting', { id, event }, deputy());
const sign = (id: string, memberId: string | undefined) =>
  world.call<{ state: string }>(
    'bodies.signMinutes',
    { id, memberId, signedOn: '2026-11-21', originalReceived: true },
    deputy(),
  );
const tasksOf = async (personId: string | undefined) =>
  (
    await world.call<{ rows: { kind: string; due: string | null; subject: { id: string } }[] }>(
      'tasks.listMyTasks',
      {},
      world.as('college_teacher', { personId, organisationId: college }),
    )
  ).rows;

describe('a body', () => {
  it('has one chair, members by dates, and is seen by its own and its members', async () => {
    const again = { bodyId: body, personId: people[2], post: 'chair', from: '2026-03-01' };
    await expect(world.call('bodies.addMember', again, deputy())).rejects.toMatchObject({
      fields: [{ path: 'personId' }],
    });
    const outsider = world.as('college_deputy', { organisationId: world.newId() });
    await expect(world.call('bodies.getBody', { id: body }, outsider)).rejects.toMatchObject({ status: 404 });
    const member = world.as('mentor', { personId: people[4], organisationId: world.newId() });
    expect(await world.call('bodies.getBody', { id: body }, member)).toMatchObject({ members: 5 });
    await expect(
      world.call(
        'bodies.saveBody',
        { kind: 'council', name: 'Чужой', organisationId: world.newId(), quorumPercent: 50 },
        deputy(),
      ),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('the card of a body', () => {
  const fresh = () =>
    world.call<{ id: string }>(
      'bodies.saveBody',
      { kind: 'commission', name: 'Комиссия', organisationId: college, quorumPercent: 50 },
      deputy(),
    );
  const shown = (id: string) =>
    world.call<{ rev: number; name: string; closedOn: string | null; memberRows: { to: string | null }[] }>(
      'bodies.getBody',
      { id },
      deputy(),
    );
  it('is changed, dissolves the body for new meetings, and a stale page is told so', async () => {
    const { id } = await fresh();
    const fields = { id, kind: 'commission', name: 'Конфликтная комиссия', organisationId: college };
    const save = (rev: number, closedOn: string | null) =>
      world.call('bodies.saveBody', { ...fields, quorumPercent: 60, rev, closedOn }, deputy());
    await save(1, null);
    await expect(save(1, null)).rejects.toMatchObject({ key: 'use-case:error.stale' });
    await save(2, '2026-11-01');
    expect(await shown(id)).toMatchObject({ name: 'Конфликтная комиссия', closedOn: '2026-11-01' });
    await expect(
      world.call(
        'bodies.planMeeting',
        { bodyId: id, number: '1', heldOn: '2026-12-01', items: [] },
        deputy(),
      ),
    ).rejects.toMatchObject({ status: 404 });
  });
  it('ends a membership on a day; another may hold the post from then on', async () => {
    const { id } = await fresh();
    const add = (personId: string | undefined, from: string) =>
      world.call<{ id: string }>('bodies.addMember', { bodyId: id, personId, post: 'chair', from }, deputy());
    const first = await add(people[0], '2026-02-01');
    await expect(add(people[1], '2026-10-01')).rejects.toMatchObject({ key: 'bodies:error.postTaken' });
    await world.call('bodies.endMember', { id: first.id, on: '2026-10-01' }, deputy());
    await add(people[1], '2026-10-01');
    expect((await shown(id)).memberRows.map(({ to }) => to)).toEqual([null, '2026-09-30']);
  });
});

describe('a meeting', () => {
  it('calls its members, needs a quorum, counts votes, and makes tasks of signed decisions', async () => {
    const id = await plan();
    expect(await tasksOf(people[0])).toMatchObject([{ kind: 'bodies.come', due: '2026-11-20' }]);
    await expect(move(id, 'hold')).rejects.toMatchObject({ rule: 'quorum' });
    await write(id, { present: memberIds.slice(0, 2), items: [] });
    await expect(move(id, 'hold')).rejects.toMatchObject({ params: { present: 2, members: 5, need: 3 } });
    await write(id);
    expect((await move(id, 'hold')).state).toBe('held');
    expect(await tasksOf(people[0])).toEqual([]);
    expect((await card(id)).items.map(({ result }) => result)).toEqual(['adopted', 'heard']);
    await expect(
      write(id, { items: [{ title: 'Лишние', votes: { for: 3, against: 1, abstain: 0 }, decisions: [] }] }),
    ).rejects.toMatchObject({
      fields: [{ path: 'items.0.votes' }],
    });
    await expect(
      write(id, {
        items: [{ title: 'Без срока', votes: null, decisions: [{ text: 'Сделать', ownerId: people[2] }] }],
      }),
    ).rejects.toMatchObject({
      fields: [{ path: 'items.0.decisions.0.due' }],
    });
    const off = { title: 'Снятый', withdrawn: true, decisions: [] };
    await expect(
      write(id, { items: [{ ...off, votes: { for: 3, against: 0, abstain: 0 } }] }),
    ).rejects.toMatchObject({ fields: [{ path: 'items.0.withdrawn' }] });
    await write(id, { items: [{ ...off, votes: null }] });
    expect((await card(id)).items.map(({ result }) => result)).toEqual(['withdrawn']);
    await write(id, {
      items: [{ title: 'Мало голосов', votes: { for: 1, against: 1, abstain: 0 }, decisions: [] }],
    });
    await expect(move(id, 'close')).rejects.toMatchObject({ rule: 'votes-counted' });
    await write(id);
    await expect(sign(id, memberIds[0])).rejects.toMatchObject({ key: 'bodies:error.notClosed' });
    expect((await move(id, 'close')).state).toBe('closed');
    await expect(sign(id, memberIds[2])).rejects.toMatchObject({ key: 'bodies:error.notSigner' });
    expect((await sign(id, memberIds[0])).state).toBe('closed');
    expect(await tasksOf(people[2])).toEqual([]);
    expect((await sign(id, memberIds[1])).state).toBe('signed');
    const decision = (await card(id)).items[0]?.decisions[0]?.id ?? '';
    expect(await tasksOf(people[2])).toMatchObject([
      { kind: 'bodies.carryOut', due: '2026-12-15', subject: { id: decision } },
    ]);
    const stranger = world.as('college_teacher', { personId: people[3], organisationId: college });
    await expect(
      world.call('bodies.doneDecision', { id: decision, note: 'нет' }, stranger),
    ).rejects.toMatchObject({ status: 404 });
    const owner = world.as('college_teacher', { personId: people[2], organisationId: college });
    await expect(world.call('bodies.getDecision', { id: decision }, stranger)).rejects.toMatchObject({
      status: 404,
    });
    expect(await world.call('bodies.getDecision', { id: decision }, owner)).toMatchObject({ doneOn: null });
    await world.call('bodies.doneDecision', { id: decision, note: 'места согласованы' }, owner);
    expect(await world.call('bodies.getDecision', { id: decision }, owner)).toMatchObject({
      note: 'места согласованы',
    });
    expect(await tasksOf(people[2])).toEqual([]);
  });
  it('signed minutes never change; closed ones lose their signatures when opened again', async () => {
    const id = await plan();
    await write(id);
    await move(id, 'hold');
    await move(id, 'close');
    const { minutesHash } = await card(id);
    expect(minutesHash).toMatch(/^[0-9a-f]{64}$/);
    await expect(write(id)).rejects.toMatchObject({ key: 'bodies:error.closed' });
    await sign(id, memberIds[0]);
    await move(id, 'reopen');
    expect(await card(id)).toMatchObject({ state: 'held', minutesHash: null });
    await write(id, { place: 'актовый зал' });
    await move(id, 'close');
    expect((await card(id)).minutesHash).not.toBe(minutesHash);
    expect((await card(id)).members.filter((member) => member.signed)).toEqual([]);
    for (const member of memberIds.slice(0, 2)) await sign(id, member);
    await expect(write(id)).rejects.toMatchObject({ key: 'bodies:error.closed' });
    await expect(move(id, 'reopen')).rejects.toMatchObject({ status: 409 });
  });
  it('is printed as a paper with agenda, votes and decisions', async () => {
    const id = await plan();
    await write(id);
    await move(id, 'hold');
    const file = await world.call<{ base64: string; name: string }>(
      'bodies.printMinutes',
      { id, format: 'pdf' },
      deputy(),
    );
    expect(file.name).toBe(`${n}.pdf`);
    expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });
});
