import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { appendHistory } from '../history/index.ts';
import type { Actor } from '../use-case/index.ts';
import { closeTask } from './close-task.ts';
import type { TaskView } from './contract.ts';
import { defineTask } from './define-task.ts';
import { type Addressee, openTask } from './open-task.ts';

const confirm = defineTask({
  kind: 'test.confirm',
  titleKey: 'tasks:title',
  actKey: 'tasks:dismiss',
  path: ({ id }) => `/test/${id}`,
});
const inform = defineTask({ ...confirm, kind: 'test.inform', dismissible: true });

let world: TestWorld;
beforeEach(async () => {
  world = await freshWorld();
});

const open = (task: typeof confirm, id: string, to: Addressee, due: string | null = null) =>
  world.db.transaction().execute((tx) =>
    openTask(tx, task, {
      subject: { kind: 'test.thing', id },
      for: to,
      due,
      params: { number: id },
      now: world.now().toISOString(),
      newId: world.newId,
    }),
  );
const someone = (role: string, organisationId: string | null = null) =>
  world.as(role, { personId: world.newId(), organisationId });
const tasksOf = async (as: Actor) =>
  world.call<{ rows: TaskView[]; total: number; counters: object }>('tasks.listMyTasks', {}, as);
const subjects = async (as: Actor) => (await tasksOf(as)).rows.map((row) => row.subject.id);

describe('tasks', () => {
  it('are one per kind, subject and addressee, renewed by a second opening', async () => {
    const [organisationId, personId] = [world.newId(), world.newId()];
    const first = await open(confirm, 'a', { personId }, '2026-12-01');
    expect(await open(confirm, 'a', { personId }, '2026-12-05')).toBe(first);
    expect(await open(confirm, 'a', { role: 'college_head', organisationId })).not.toBe(first);
    expect(await open(inform, 'a', { personId })).not.toBe(first);
    const { rows } = await tasksOf(world.as('college_head', { personId }));
    expect(rows.map((row) => [row.kind, row.due, row.path])).toEqual([
      ['test.confirm', '2026-12-05', '/test/a'],
      ['test.inform', null, '/test/a'],
    ]);
  });

  it('reach the holder of the role in that place, and nobody else', async () => {
    const [college, other, district] = [world.newId(), world.newId(), world.newId()];
    await open(confirm, 'college', { role: 'college_head', organisationId: college });
    await open(confirm, 'district', { role: 'municipality_specialist', municipalityId: district });
    await open(confirm, 'region', { role: 'min_edu_specialist' });
    expect(await subjects(world.as('college_head', { organisationId: college }))).toEqual(['college']);
    expect(await subjects(world.as('college_head', { organisationId: other }))).toEqual([]);
    expect(await subjects(world.as('college_hr', { organisationId: college }))).toEqual([]);
    expect(await subjects(world.as('municipality_specialist', { municipalityId: district }))).toEqual([
      'district',
    ]);
    expect(await subjects(world.as('min_edu_specialist'))).toEqual(['region']);
    expect(await subjects(world.as('college_head', { organisationId: college, verified: false }))).toEqual(
      [],
    );
    await expect(tasksOf(world.as('visitor'))).rejects.toMatchObject({ status: 401 });
  });

  it('stand in order: overdue, soon, the rest; and are counted', async () => {
    const me = someone('college_head');
    const personId = me.personId ?? '';
    for (const [id, due] of [
      ['none', null],
      ['far', '2027-02-01'],
      ['edge', '2026-11-30'],
      ['today', '2026-11-23'],
      ['late', '2026-11-22'],
    ] as const)
      await open(confirm, id, { personId }, due);
    const { rows, counters } = await tasksOf(me);
    expect(rows.map((row) => [row.subject.id, row.group])).toEqual([
      ['late', 'overdue'],
      ['today', 'soon'],
      ['edge', 'soon'],
      ['far', 'later'],
      ['none', 'later'],
    ]);
    expect(counters).toEqual({ open: 5, overdue: 1, soon: 2, fresh: 5 });
    expect(await world.call('tasks.countMyTasks', {}, me)).toEqual(counters);
  });

  it('are closed for all when one has done it, and open anew when they come back', async () => {
    const organisationId = world.newId();
    const me = someone('college_head', organisationId);
    await open(confirm, 'a', { role: 'college_head', organisationId });
    await open(confirm, 'a', { role: 'college_deputy', organisationId });
    const subject = { kind: 'test.thing', id: 'a' };
    const now = world.now().toISOString();
    const close = { now, doneBy: me.personId };
    expect(
      await closeTask(world.db, confirm, subject, {
        ...close,
        for: { role: 'college_deputy', organisationId },
      }),
    ).toBe(1);
    expect(await subjects(me)).toEqual(['a']);
    expect(await closeTask(world.db, confirm, subject, close)).toBe(1);
    expect(await closeTask(world.db, confirm, subject, close)).toBe(0);
    expect(await subjects(me)).toEqual([]);
    await open(confirm, 'a', { role: 'college_head', organisationId });
    expect(await subjects(me)).toEqual(['a']);
  });

  it('are put away only when they merely inform, and only by their addressee', async () => {
    const me = someone('college_head');
    const personId = me.personId ?? '';
    const [must, may] = [await open(confirm, 'a', { personId }), await open(inform, 'b', { personId })];
    await expect(world.call('tasks.dismissTask', { id: must }, me)).rejects.toMatchObject({
      key: 'tasks:error.mustBeDone',
    });
    await expect(world.call('tasks.dismissTask', { id: may }, someone('college_head'))).rejects.toMatchObject(
      {
        status: 404,
      },
    );
    await world.call('tasks.dismissTask', { id: may }, me);
    expect(await subjects(me)).toEqual(['a']);
  });
});

describe('a visit', () => {
  it('begins after half an hour of absence and tells what others have changed', async () => {
    const organisationId = world.newId();
    const me = someone('college_head', organisationId);
    const colleague = someone('college_deputy', organisationId);
    const stranger = someone('college_head', world.newId());
    const note = (actor: Actor, id: string, ofOrganisation: string | null) =>
      appendHistory(world.db, {
        act: 'change',
        useCase: 'test.saveThing',
        actor,
        subject: { kind: 'test.thing', id, organisationId: ofOrganisation },
        at: world.now().toISOString(),
      });
    const visit = () => world.call<{ previousAt: string | null }>('tasks.startVisit', {}, me);

    expect((await visit()).previousAt).toBeNull();
    await note(me, 'touched', null);
    world.clock.set('2026-11-23T09:10:00Z');
    expect((await visit()).previousAt).toBeNull();
    await open(confirm, 'seen', { personId: me.personId ?? '' });
    world.clock.set('2026-11-23T12:00:00Z');
    await note(me, 'own', organisationId);
    await note(colleague, 'ours', organisationId);
    await note(colleague, 'ours', organisationId);
    await note(stranger, 'theirs', stranger.organisationId);
    await note(stranger, 'touched', stranger.organisationId);
    await open(confirm, 'new', { personId: me.personId ?? '' });
    expect((await visit()).previousAt).toBe('2026-11-23T09:10:00.000Z');

    const changes = await world.call('tasks.listChanges', {}, me);
    expect(changes).toEqual({
      since: '2026-11-23T09:10:00.000Z',
      rows: [
        {
          useCase: 'test.saveThing',
          key: 'test:done.saveThing',
          subjectKind: 'test.thing',
          subjectId: null,
          count: 3,
          lastAt: '2026-11-23T12:00:00.000Z',
        },
      ],
    });
    const fresh = (await tasksOf(me)).rows.filter((row) => row.fresh).map((row) => row.subject.id);
    expect(fresh).toEqual(['new']);
    const { rows } = await sql`select 1 from platform.visit`.execute(world.db);
    expect(rows).toHaveLength(1);
  });
});
