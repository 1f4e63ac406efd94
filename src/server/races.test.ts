/**
 * Races need two sessions: on the embedded database, which has one, they could not fail, so they are skipped there.
 * Each has a twin without the guard that must oversell.
 */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonical } from '../platform/history/index.ts';
import { execute, type UseCase, uuidV7 } from '../platform/use-case/index.ts';
import { onServer } from '../testing/database.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { atOnce, leftInScratch, unguarded } from './testing/at-once.ts';

let world: TestWorld;

const plant = (shortName: string, more: object = {}) => ({
  kind: 'enterprise',
  fullName: shortName,
  shortName,
  ...more,
});
const won = <T>(all: PromiseSettledResult<T>[]) =>
  all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
const lost = (all: PromiseSettledResult<unknown>[]) =>
  all.flatMap((one) => (one.status === 'rejected' ? [one.reason as { key?: string; code?: string }] : []));
const count = async (table: string, where = 'true') =>
  (
    await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.raw(table)} where ${sql.raw(where)}`.execute(world.db)
  ).rows[0]?.n;

/** Look whether the key is taken; if not, take it. */
const takeOnce = (key: string) => ({
  look: async (tx: TestWorld['db']) =>
    (await sql`select 1 from public.scratch where key = ${key}`.execute(tx)).rows.length > 0,
  write: async (tx: TestWorld['db'], taken: boolean) => {
    if (!taken) await sql`insert into public.scratch (key) values (${key})`.execute(tx);
  },
});
/** Take the number after the highest. */
const takeNext = {
  look: async (tx: TestWorld['db']) =>
    (await sql<{ n: number }>`select coalesce(max(n), 0) + 1 as n from public.scratch`.execute(tx)).rows[0]
      ?.n ?? 0,
  write: (tx: TestWorld['db'], n: number) => sql`insert into public.scratch values ('run', ${n})`.execute(tx),
};

describe.skipIf(!onServer)('on PostgreSQL, at the same moment', () => {
  beforeAll(async () => {
    world = await freshWorld();
  });

  test('fifty repeats of one command run once and all get its answer', async () => {
    const id = uuidV7();
    const name = 'registry.saveOrganisation';
    const useCase = world.house.useCases.get(name);
    if (!useCase) throw new Error(name);
    let runs = 0;
    const counted: UseCase = {
      ...useCase,
      run(args) {
        runs++;
        return useCase.run(args);
      },
    };
    const all = await atOnce(50, () =>
      execute(world, {
        name,
        useCase: counted,
        input: plant('Один'),
        actor: world.as('admin'),
        commandId: id,
      }),
    );
    expect(lost(all)).toEqual([]);
    expect(new Set(won(all).map((answer) => canonical(answer))).size).toBe(1);
    expect(runs).toBe(1);
    expect(await count('registry.organisation_v', `short_name = 'Один'`)).toBe(1);
    expect(await count('platform.history', `use_case = '${name}'`)).toBe(1);
  });
  test('the same without the reserved id runs many times', async () => {
    await unguarded(world.db, 8, takeOnce('command'));
    expect((await leftInScratch(world.db)).length).toBe(8);
  });

  test('two officials who appoint one person to one role: one of them does', async () => {
    const admin = world.as('admin');
    const { id: organisationId } = await world.call<{ id: string }>(
      'registry.saveOrganisation',
      plant('Завод'),
      admin,
    );
    const personId = uuidV7();
    await sql`insert into registry.person (id, surname, given_name, sort_key, is_demo)
      values (${personId}, 'Вяткина', 'Мария', 'вяткина мария', true)`.execute(world.db);
    const input = {
      person: { id: personId },
      role: 'enterprise_hr',
      organisationId,
      from: '2026-11-01',
      ground: 'приказ',
    };
    const all = await atOnce(8, () => world.call('registry.appoint', input, admin));
    expect(won(all)).toHaveLength(1);
    for (const { key, code } of lost(all))
      expect([key, code]).toContain(key ? 'registry:error.alreadyAppointed' : '23P01');
    expect(await count('registry.assignment', `person_id = '${personId}'`)).toBe(1);
    expect(await count('registry.tie', `person_id = '${personId}'`)).toBe(1);
  });
  test('the same by looking first appoints twice', async () => {
    await unguarded(world.db, 2, takeOnce('assignment'));
    expect((await leftInScratch(world.db)).length).toBe(2);
  });

  test('one ИНН is registered once', async () => {
    const all = await atOnce(8, (i) =>
      world.call(
        'registry.saveOrganisation',
        plant(`Двойник ${i}`, { inn: '7707083893' }),
        world.as('admin'),
      ),
    );
    expect(won(all)).toHaveLength(1);
    expect(await count('registry.organisation', `inn = '7707083893'`)).toBe(1);
  });

  test('twenty calculations of a forecast get twenty versions in a row', async () => {
    const all = await atOnce(20, (i) =>
      world.call<{ version: number }>(
        'forecast.startRun',
        { title: `Расчёт ${i}`, seed: i + 1 },
        world.as('min_econ_specialist'),
      ),
    );
    expect(lost(all)).toEqual([]);
    expect(
      won(all)
        .map(({ version }) => version)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await count('platform.job')).toBe(20);
  });
  test('twenty variants of an order too, each year by itself', async () => {
    const run = uuidV7();
    await sql`insert into forecast.run (id, version, title, state, engine, settings, seed, created_at)
      values (${run}, 900, 'Готовый', 'done', 'проверка', '{}', 1, now())`.execute(world.db);
    await sql`insert into forecast.cell (run_id, occupation, zone, year, expansion, replacement, project, backlog, need,
        need_whole, low, high, supply, gap, trace)
      values (${run}, '7223', 'z1', 2033, 1, 1, 0, 0, 2, 2, 1, 3, 0, 2, '{}')`.execute(world.db);
    const all = await atOnce(20, (i) =>
      world.call<{ version: number }>(
        'order.startVariant',
        { title: `Вариант ${i}`, decisionYear: 2027 + (i % 2) },
        world.as('min_edu_specialist'),
      ),
    );
    expect(lost(all)).toEqual([]);
    const versions = won(all)
      .map(({ version }) => version)
      .sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, i) => Math.floor(i / 2) + 1));
  });
  test('the same without the lock gives one number to many', async () => {
    await unguarded(world.db, 8, takeNext);
    expect((await leftInScratch(world.db)).map(({ n }) => n)).toEqual(Array(8).fill(1));
  });

  test('two who save one card: the second is told that it was changed', async () => {
    const admin = world.as('admin');
    const { id } = await world.call<{ id: string }>('registry.saveOrganisation', plant('Карта'), admin);
    const all = await atOnce(8, (i) =>
      world.call('registry.saveOrganisation', { ...plant('Карта', { headcount: i }), id, rev: 1 }, admin),
    );
    expect(won(all)).toHaveLength(1);
    expect(new Set(lost(all).map(({ key }) => key))).toEqual(new Set(['use-case:error.stale']));
  });
  test('the same without the row lock tells eight people that they saved one card', async () => {
    const all = await unguarded(world.db, 8, {
      kept: 'card',
      look: async (tx) => (await sql<{ n: number }>`select n from public.scratch`.execute(tx)).rows[0]?.n,
      write: async (tx, rev) => {
        if (rev !== 1) throw new Error('stale');
        await sql`update public.scratch set n = n + 1`.execute(tx);
      },
    });
    expect(won(all)).toHaveLength(8);
    await leftInScratch(world.db);
  });
});
