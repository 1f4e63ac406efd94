import { setTimeout } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { onServer } from '../../testing/database.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { inTransaction } from '../database/index.ts';
import { system } from '../use-case/index.ts';
import { appendEntries, appendHistory, eraseValues, sealHistory, verifyHistory } from './index.ts';

let world: TestWorld;
const anna = '018f0000-0000-7000-8000-00000000000a';

const add = (count: number, name = 'Рублёва') =>
  inTransaction(world.db, (tx) =>
    appendEntries(
      tx,
      Array.from({ length: count }, (_, i) => ({
        act: i % 3 === 2 ? ('read' as const) : ('change' as const),
        useCase: 'trial.save',
        actor: world.as('admin'),
        subject: { kind: 'trial.card', id: `card ${i}`, personId: anna },
        ...(i % 3 === 2 ? {} : { before: { name: 'Ёлкина', n: i }, after: { n: i + 0.5, name } }),
        at: world.now().toISOString(),
      })),
    ),
  );

/** Does what only somebody with the database's own password can do. */
async function behindTheBack(...changes: RawBuilder<unknown>[]): Promise<void> {
  await sql`alter table platform.history disable trigger history_guard`.execute(world.db);
  await sql`alter table platform.history_seal disable trigger history_seal_guard`.execute(world.db);
  try {
    for (const change of changes) await change.execute(world.db);
  } finally {
    await sql`alter table platform.history enable trigger history_guard`.execute(world.db);
    await sql`alter table platform.history_seal enable trigger history_seal_guard`.execute(world.db);
  }
}
const faults = async (head: string | null = null) =>
  (await verifyHistory(world.db, head)).faults.map(({ fault, seal, entry }) => [fault, seal, entry]);

/** Other tests on the same server have short transactions open, too: entries wait for those as for any other. */
async function seal(expected: number, batch?: number): Promise<void> {
  let sealed = await sealHistory(world, batch);
  for (let tries = 0; sealed < expected && tries < 200; tries++) {
    await setTimeout(50);
    sealed += await sealHistory(world, batch);
  }
  expect(sealed).toBe(expected);
}

beforeEach(async () => {
  world = await freshWorld();
  await add(7);
  await seal(7, 3);
});

describe('the sealed history', () => {
  it('is proved whole, seal by seal', async () => {
    const verdict = await verifyHistory(world.db);
    expect(verdict).toMatchObject({
      seals: 3,
      entries: 7,
      unsealed: 0,
      erased: 0,
      faults: [],
      backdated: [],
    });
    await add(2);
    expect(await verifyHistory(world.db, verdict.head)).toMatchObject({ unsealed: 2, faults: [] });
    await seal(2);
    expect(await sealHistory(world)).toBe(0);
    expect(await verifyHistory(world.db, verdict.head)).toMatchObject({ seals: 4, entries: 9, faults: [] });
  });

  it('an entry of the transaction that is still open waits', async () => {
    await inTransaction(world.db, async (tx) => {
      await appendHistory(tx, {
        act: 'act',
        useCase: 'trial.open',
        actor: system('trial'),
        subject: { kind: 'trial', id: '1' },
        at: world.now().toISOString(),
      });
      const { rows } = await sql<{ old: boolean }>`select xid < pg_snapshot_xmin(pg_current_snapshot()) as old
        from platform.history order by id desc limit 1`.execute(tx);
      expect(rows).toEqual([{ old: false }]);
    });
    await seal(1);
  });

  // one session on the embedded database: two open transactions cannot be
  it.skipIf(!onServer)('a younger entry waits for an older open transaction (server only)', async () => {
    let began = () => {};
    let finish = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const entry = (id: string) => ({
      act: 'act' as const,
      useCase: 'trial.open',
      actor: system('trial'),
      subject: { kind: 'trial', id },
      at: world.now().toISOString(),
    });
    const slow = inTransaction(world.db, async (tx) => {
      await appendHistory(tx, entry('slow'));
      began();
      await held;
    });
    await begun;
    await appendHistory(world.db, entry('quick'));
    const early = await sealHistory(world);
    finish();
    await slow;
    expect(early).toBe(0);
    await seal(2);
    expect((await verifyHistory(world.db)).faults).toEqual([]);
  });

  it('the database itself refuses to change or delete an entry or a seal', async () => {
    const refused = { code: '23001' };
    for (const change of [
      sql`update platform.history set role = 'visitor' where id = 1`,
      sql`delete from platform.history where id = 7`,
      sql`update platform.history set seal = null where id = 2`,
      sql`update platform.history_seal set root = 'x' where number = 1`,
      sql`delete from platform.history_seal where number = 3`,
    ])
      await expect(change.execute(world.db)).rejects.toMatchObject(refused);
    await add(1);
    await expect(
      sql`update platform.history set role = 'visitor' where seal is null`.execute(world.db),
    ).rejects.toMatchObject(refused);
  });
});

describe('what is done behind its back is found by name', () => {
  it.each([
    ['a changed row', sql`update platform.history set person_id = ${anna} where id = 5`, ['changed', 2, 5]],
    [
      'a moved date',
      sql`update platform.history set at = at + interval '1 microsecond' where id = 1`,
      ['changed', 1, 1],
    ],
    [
      'a changed value',
      sql`update platform.history_values set after = '{"n": 1.5, "name": "Иванова"}' where entry_id = 2`,
      ['valuesChanged', 1, 2],
    ],
    [
      'a value erased without a record',
      sql`delete from platform.history_values where entry_id = 4`,
      ['valuesLost', 2, 4],
    ],
    [
      'a value put beside a reading',
      sql`insert into platform.history_values values (3, 'salt', null, '{"n": 1}')`,
      ['valuesStray', 1, 3],
    ],
    [
      'a changed head',
      sql`update platform.history_seal set head = 'x' where number = 3`,
      ['sealBroken', 3, null],
    ],
    [
      'a changed root',
      sql`update platform.history_seal set root = 'x' where number = 2`,
      ['sealBroken', 2, null],
    ],
    [
      'a changed list',
      sql`update platform.history_seal set leaves = substring(leaves from 1 for 80) where number = 2`,
      ['sealBroken', 2, null],
    ],
    ['a moved seal', sql`update platform.history set seal = 2 where id = 7`, ['inserted', 2, 7]],
  ])('%s', async (_, change, found) => {
    await behindTheBack(change);
    expect(await faults()).toContainEqual(found);
  });

  it('a removed row', async () => {
    await behindTheBack(
      sql`delete from platform.history_values where entry_id = 5`,
      sql`delete from platform.history where id = 5`,
    );
    expect(await faults()).toEqual([['removed', 2, 5]]);
  });

  it('an inserted row', async () => {
    await behindTheBack(
      sql`insert into platform.history (at, act, use_case, actor_kind, role, subject_kind, subject_id, seal)
        select at, act, use_case, actor_kind, role, subject_kind, 'card 99', 1 from platform.history where id = 3`,
    );
    expect(await faults()).toEqual([['inserted', 1, 8]]);
  });

  it('a removed seal, and entries that name it', async () => {
    await behindTheBack(sql`delete from platform.history_seal where number = 2`);
    expect(await faults()).toEqual(
      expect.arrayContaining([
        ['sealMissing', 2, null],
        ['inserted', 2, 4],
      ]),
    );
  });

  it('a chain made anew from the beginning does not know the published head', async () => {
    const { head } = await verifyHistory(world.db);
    await behindTheBack(
      sql`delete from platform.history_seal`,
      sql`update platform.history set seal = null, role = 'visitor'`,
    );
    await seal(7);
    expect(await faults()).toEqual([]);
    expect(await faults(head)).toEqual([['headUnknown', null, null]]);
  });

  it('an entry dated long before the seal that precedes it is pointed out', async () => {
    world.clock.set('2026-11-20T09:00:00Z');
    await add(1);
    world.clock.set('2026-11-23T10:00:00Z');
    expect((await verifyHistory(world.db)).backdated).toEqual([8]);
    await seal(1);
    expect(await verifyHistory(world.db)).toMatchObject({ backdated: [8], faults: [] });
  });
});

describe('erasing personal values', () => {
  it('keeps the chain whole and is itself an entry', async () => {
    const erased = await inTransaction(world.db, (tx) =>
      eraseValues(tx, {
        which: sql<boolean>`h.subject_person_id = ${anna} and h.id < 5`,
        actor: system('retention'),
        ground: '152-FZ art. 21',
        now: world.now().toISOString(),
      }),
    );
    expect(erased).toBe(3);
    await seal(1);
    expect(await verifyHistory(world.db)).toMatchObject({ entries: 8, erased: 3, faults: [] });
    const { rows } = await sql<{ after: unknown }>`select after from platform.history_values v
      join platform.history h on h.id = v.entry_id where h.use_case = 'history.eraseValues'`.execute(
      world.db,
    );
    expect(rows).toEqual([{ after: { ground: '152-FZ art. 21', entries: 3 } }]);
  });

  it('an erasure that points at some other act does not count', async () => {
    await behindTheBack(
      sql`delete from platform.history_values where entry_id = 4`,
      sql`insert into platform.history_erasure values (4, 1)`,
    );
    expect(await faults()).toEqual([['valuesLost', 2, 4]]);
  });
});
