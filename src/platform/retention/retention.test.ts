import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { inTransaction } from '../database/index.ts';
import { appendHistory, sealHistory, verifyHistory } from '../history/index.ts';
import { allDuties, defineDuty, runRetention } from './index.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await freshWorld();
});
const event = (at: string, dispatchedAt: string | null) =>
  sql`insert into platform.event (id, name, payload, at, dispatched_at)
    values (${world.newId()}, 'trial', '{}', ${at}, ${dispatchedAt})`.execute(world.db);
const ours = () => allDuties().filter((one) => one.duty.startsWith('retention.'));

describe('retention', () => {
  it('erases what is older than its term, and not a day younger', async () => {
    await event('2026-10-01T00:00:00Z', '2026-10-23T12:00:00Z');
    await event('2026-10-01T00:00:00Z', '2026-10-24T12:00:00Z');
    await event('2025-01-01T00:00:00Z', null);
    const [report] = await runRetention(
      world,
      ours().filter((one) => one.duty === 'retention.events'),
    );
    expect(report).toEqual({ duty: 'retention.events', before: '2026-10-24', erased: 1, fault: null });
    const { rows } = await sql<{ n: number }>`select count(*) as n from platform.event`.execute(world.db);
    expect(rows).toEqual([{ n: 2 }]);
    const again = await runRetention(world, ours());
    expect(again.every((one) => one.erased === 0 && one.fault === null)).toBe(true);
  });

  it('follows the dated setting', async () => {
    await event('2026-10-01T00:00:00Z', '2026-11-01T12:00:00Z');
    await world.call(
      'rules.setSetting',
      { key: 'retention.events', value: 'P10D', validFrom: '2026-11-23', source: 'Order 1', trust: 'A' },
      world.as('admin'),
    );
    const reports = await runRetention(world, ours());
    expect(reports.find((one) => one.duty === 'retention.events')).toMatchObject({
      before: '2026-11-13',
      erased: 1,
    });
  });

  it('a failing duty is reported, loses nothing and holds up none of the others', async () => {
    const failing = defineDuty({
      id: 'trial.failing',
      what: 'trial',
      after: 'P1D',
      basis: 'trial',
      async run(tx) {
        await sql`delete from platform.event`.execute(tx);
        throw new Error('no luck');
      },
    });
    await event('2026-10-01T00:00:00Z', '2026-10-01T12:00:00Z');
    const events = ours().filter((one) => one.duty === 'retention.events');
    expect(await runRetention(world, [failing, ...events])).toMatchObject([
      { fault: 'no luck', erased: 0 },
      { erased: 1, fault: null },
    ]);
    const { rows } = await world.call<{ rows: { id: string; last: object | null; erasedInYear: number }[] }>(
      'retention.listDuties',
      {},
      world.as('auditor'),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ id: 'retention.events', after: 'P30D', erasedInYear: 1 }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ id: 'trial.failing', last: expect.objectContaining({ fault: 'no luck' }) }),
    );
  });

  it('old values of the history go, and the chain stays whole', async () => {
    const entry = (at: string) =>
      inTransaction(world.db, (tx) =>
        appendHistory(tx, {
          act: 'change',
          useCase: 'trial.save',
          actor: world.as('admin'),
          subject: { kind: 'trial', id: at },
          after: { name: 'Ёлкина' },
          at,
        }),
      );
    await entry('2021-11-22T09:00:00Z');
    await entry('2021-11-24T09:00:00Z');
    await sealHistory(world);
    const reports = await runRetention(world, ours());
    expect(reports.find((one) => one.duty === 'retention.historyValues')).toMatchObject({ erased: 1 });
    await sealHistory(world);
    expect(await verifyHistory(world.db)).toMatchObject({ erased: 1, faults: [] });
  });

  it('a term is a period or a setting', () => {
    const bad = { id: 'trial.bad', what: '', basis: '', run: async () => 0 };
    expect(() => defineDuty({ ...bad, after: 'soon' as never })).toThrow('neither a period');
  });
});
