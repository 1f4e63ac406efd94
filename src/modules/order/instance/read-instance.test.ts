import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkInstance } from '../../../engines/seats/index.ts';
import { demoWorld } from '../../../testing/demo-world.ts';
import type { TestWorld } from '../../../testing/world.ts';
import { readInstance } from './read-instance.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
});

/** The question over a forecast of nothing: what is asked here is what the colleges can do, not what is needed. */
const read = () =>
  readInstance(world.db, {
    variantId: world.newId(),
    title: 'Проверка',
    forecastRunId: world.newId(),
    decisionYear: 2027,
    asOf: '2026-11-23',
    needCase: 'base',
    budgetChange: 0,
    decisions: [],
  });

describe('what binds beforehand', () => {
  test('signed target contracts and the share of priority groups enter the question', async () => {
    const before = await read();
    expect(before.policies).toEqual([]);
    const programme = await sql<{ id: string }>`select id from programmes.programme_v
      where closed_on is null and capacity > 0 order by id limit 1`.execute(world.db);
    await sql`insert into programmes.seat_line (id, programme_id, intake_year, funding, seats)
      values (${world.newId()}, ${programme.rows[0]?.id}, 2027, 'target', 7)`.execute(world.db);
    await sql`insert into platform.setting (id, key, value, valid, source, trust, role, at)
      values (${world.newId()}, 'order.priorityShare', '0.2', '(,)', 'проверка', 'A', 'admin', now())`.execute(
      world.db,
    );
    const after = await read();
    expect(before.pairs.filter((pair) => pair.minSeats === 7)).toHaveLength(0);
    expect(after.pairs.filter((pair) => pair.minSeats === 7)).toHaveLength(1);
    expect(after.policies?.[0]).toMatchObject({ kind: 'minShare', share: 0.2 });
    await sql`delete from platform.setting where key = 'order.priorityShare'`.execute(world.db);
  });
});

describe('a capacity of zero', () => {
  interface Shop {
    id: string;
    name: string;
    college: string;
    programmes: string[];
  }
  let shop: Shop;
  beforeAll(async () => {
    const { rows } = await sql<Shop>`select w.id, w.name, w.organisation_id as college,
        array_agg(p.code || '-' || p.base || '-' || p.form order by p.id) as programmes
      from programmes.workshop w join programmes.programme_v p on p.workshop_id = w.id and p.closed_on is null
        and p.capacity > 0 group by 1, 2, 3 order by 1 limit 1`.execute(world.db);
    shop = rows[0] as Shop;
  });

  test('of a workshop gives its programmes no seats by a rule with its name, and lets them be cut to none', async () => {
    const usual = checkInstance(await read());
    await sql`update programmes.workshop set places = 0 where id = ${shop.id}`.execute(world.db);
    const instance = checkInstance(await read());
    expect(usual.workshops?.map(({ id }) => id)).toContain(shop.id);
    expect(instance.workshops?.map(({ id }) => id)).not.toContain(shop.id);
    const plain = instance.policies?.map((one) => ({ ...one, name: one.name.replaceAll('\u00a0', ' ') }));
    expect(plain).toEqual([
      {
        id: `closed-${shop.id}`,
        name: `${shop.name} – вместимость равна нулю`,
        kind: 'maxSeats',
        years: [2027, 2028, 2029],
        filter: { programmes: shop.programmes, colleges: [shop.college] },
        seats: 0,
      },
    ]);
    const shut = instance.pairs.filter(
      (pair) => pair.college === shop.college && shop.programmes.includes(pair.programme),
    );
    expect(shut.length).toBeGreaterThan(0);
    for (const pair of shut) expect([pair.workshop, pair.maxCut]).toEqual([undefined, undefined]);
  });

  test('of a college leaves it out with all that is its own', async () => {
    await sql`update programmes.college set places = 0 where organisation_id = ${shop.college}`.execute(
      world.db,
    );
    const instance = checkInstance(await read());
    expect(instance.colleges.length).toBeGreaterThan(1);
    expect(instance.colleges.map(({ id }) => id)).not.toContain(shop.college);
    expect(instance.pairs.filter((pair) => pair.college === shop.college)).toEqual([]);
    expect(instance.policies).toEqual([]);
  });
});
