import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { sealHistory, verifyHistory } from './index.ts';
import { FIRST_HEAD } from './merkle.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});
type Head = { number: number; head: string };

describe('the history for those who ask', () => {
  it('shows its head to everyone, and old heads by number', async () => {
    const visitor = world.as('visitor');
    expect(await world.call<Head>('history.head', {}, visitor)).toMatchObject({
      number: 0,
      head: FIRST_HEAD,
    });
    await world.call('history.listEntries', {}, world.as('auditor'));
    while ((await sealHistory(world)) === 0) await setTimeout(50);
    await world.call('history.listEntries', {}, world.as('auditor'));
    while ((await sealHistory(world)) === 0) await setTimeout(50);
    const first = await world.call<Head>('history.head', { number: 1 }, visitor);
    const last = await world.call<Head>('history.head', {}, visitor);
    expect(last.number).toBe(2);
    expect((await verifyHistory(world.db, first.head)).faults).toEqual([]);
    expect((await verifyHistory(world.db)).head).toBe(last.head);
    await expect(world.call('history.head', { number: 3 }, visitor)).rejects.toMatchObject({ status: 404 });
  });

  it('a look into it is itself an entry; who has no right sees nothing', async () => {
    const auditor = world.as('auditor');
    const { rows } = await world.call<{ rows: { act: string; subject: object; role: string }[] }>(
      'history.listEntries',
      { role: 'auditor', limit: 1 },
      auditor,
    );
    expect(rows).toMatchObject([{ act: 'read', subject: { kind: 'history', id: 'all' }, role: 'auditor' }]);
    await expect(world.call('history.listEntries', {}, world.as('college_head'))).rejects.toMatchObject({
      status: 403,
    });
    const strange = world.as('admin', { organisationId: world.newId() });
    expect(await world.call('history.listEntries', {}, strange)).toEqual({ rows: [], total: 0 });
  });
});
