import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { inTransaction } from '../database/index.ts';
import type { OutboxEvent } from '../outbox/index.ts';
import type { Actor, Change } from '../use-case/index.ts';
import { beginState, courseOf, defineStates, lastMover, type Move, moveState, moveStates } from './index.ts';

const machine = defineStates({
  name: 'trial.paper',
  states: ['draft', 'prepared', 'approved'],
  initial: 'draft',
  final: ['approved'],
  transitions: [
    { from: 'draft', to: 'prepared', event: 'prepare', effect: 'trial.prepared' },
    { from: 'prepared', to: 'draft', event: 'giveBack' },
    {
      from: 'prepared',
      to: 'approved',
      event: 'approve',
      right: 'trial.approve',
      twoPerson: 'not the preparer',
    },
  ],
});

let world: TestWorld;
const id = '018f0000-0000-7000-8000-000000000001';
const events: OutboxEvent[] = [];
const changes: Change[] = [];

const person = (personId: string, rights: Actor['rights'] = {}): Actor => ({
  ...world.as('min_edu_head', { personId }),
  rights,
});
const ann = '018f0000-0000-7000-8000-00000000000a';
const bob = '018f0000-0000-7000-8000-00000000000b';

type PaperMove = Move<(typeof machine.states)[number], (typeof machine.transitions)[number]['event']>;
const move = (actor: Actor, rest: Omit<PaperMove, 'machine' | 'table' | 'id'>) =>
  inTransaction(world.db, (tx) =>
    moveState(
      {
        tx,
        actor,
        now: world.now().toISOString(),
        emit: (name, payload) => events.push({ name, payload }),
        change: (one) => changes.push(one),
      },
      { machine, table: 'public.trial_paper', id, ...rest },
    ),
  );

beforeAll(async () => {
  world = await freshWorld();
  await sql`drop table if exists public.trial_paper`.execute(world.db);
  await sql`create table public.trial_paper (id uuid primary key, state text not null)`.execute(world.db);
  await inTransaction(world.db, async (tx) => {
    const args = { tx, actor: person(ann), now: world.now().toISOString() };
    const state = await beginState(args, machine, id);
    await sql`insert into public.trial_paper values (${id}, ${state})`.execute(tx);
  });
});

describe('moving a thing through its states', () => {
  it('writes state, course, history and event at once', async () => {
    const step = await move(person(ann), { event: 'prepare', reason: 'ready', subject: { personId: bob } });
    expect(step).toMatchObject({ from: 'draft', to: 'prepared' });
    expect(events).toEqual([
      { name: 'trial.prepared', payload: expect.objectContaining({ id, from: 'draft', to: 'prepared' }) },
    ]);
    expect(changes).toMatchObject([
      { subject: { kind: 'trial.paper', id, personId: bob }, before: { state: 'draft' } },
    ]);
    expect(await courseOf(world.db, machine, id)).toMatchObject([
      { from: null, to: 'draft', event: 'begin', personId: ann },
      { from: 'draft', to: 'prepared', event: 'prepare', reason: 'ready' },
    ]);
  });

  it('refuses a stale page, an impossible step, a missing right and the preparer', async () => {
    const right = { 'trial.approve': 'all' } as const;
    const preparedBy = await lastMover(world.db, machine, id, ['prepare']);
    expect(preparedBy).toBe(ann);
    const approve = { event: 'approve', facts: { preparedBy } } as const;
    await expect(move(person(bob, right), { ...approve, expected: 'draft' })).rejects.toMatchObject({
      key: 'use-case:error.stale',
    });
    await expect(move(person(bob, right), { event: 'prepare' })).rejects.toMatchObject({ status: 409 });
    await expect(move(person(bob), approve)).rejects.toMatchObject({ key: 'use-case:error.noRight' });
    await expect(move(person(ann, right), approve)).rejects.toMatchObject({ key: 'states:error.samePerson' });
    expect(await courseOf(world.db, machine, id)).toHaveLength(2);
    await move(person(bob, right), approve);
    const { rows } = await sql`select state from public.trial_paper`.execute(world.db);
    expect(rows).toEqual([{ state: 'approved' }]);
  });

  it('many at once, all or none, each with its course, history and event', async () => {
    const ids = [world.newId(), world.newId(), world.newId()];
    await sql`insert into public.trial_paper (id, state) select v::uuid, 'draft'
      from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) v`.execute(world.db);
    const many = (things: string[]) =>
      inTransaction(world.db, (tx) =>
        moveStates(
          {
            tx,
            actor: person(ann),
            now: world.now().toISOString(),
            emit: (name, payload) => events.push({ name, payload }),
            change: (one) => changes.push(one),
          },
          {
            machine,
            table: 'public.trial_paper',
            event: 'prepare',
            reason: 'all of them',
            things: things.map((one) => ({ id: one, payload: { of: one } })),
          },
        ),
      );
    const states = () =>
      sql<{ state: string }>`select state from public.trial_paper where id <> ${id}`
        .execute(world.db)
        .then(({ rows }) => rows.map(({ state }) => state));
    await expect(many([...ids, world.newId()])).rejects.toMatchObject({ status: 404 });
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    events.length = changes.length = 0;
    expect(await many(ids.toReversed())).toMatchObject(Array(3).fill({ from: 'draft', to: 'prepared' }));
    expect(await states()).toEqual(['prepared', 'prepared', 'prepared']);
    expect(events.map(({ payload }) => payload.of)).toEqual(ids.toReversed());
    expect(changes).toHaveLength(3);
    for (const one of ids)
      expect(await courseOf(world.db, machine, one)).toMatchObject([
        { from: 'draft', to: 'prepared', event: 'prepare', reason: 'all of them', personId: ann },
      ]);
    // one of them has moved already: nobody moves
    await expect(many(ids)).rejects.toMatchObject({ status: 409 });
    expect(await courseOf(world.db, machine, ids[0] ?? '')).toHaveLength(1);
    await sql`delete from public.trial_paper where id <> ${id}`.execute(world.db);
  });

  it('a thing that is not there is not found', async () => {
    await sql`delete from public.trial_paper`.execute(world.db);
    await expect(move(person(ann), { event: 'prepare' })).rejects.toMatchObject({ status: 404 });
    await sql`drop table public.trial_paper`.execute(world.db);
  });
});
