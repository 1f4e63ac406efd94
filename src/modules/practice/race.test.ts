import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onServer } from '../../testing/database.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { addOffer, addPlan, addStudent, makeScene, type Scene } from './testing/scene.test.kit.ts';

// one session is all an embedded database has: a race there could not be lost, so it proves nothing
describe.skipIf(!onServer)('100 requests for five places at once (PostgreSQL of TEST_DATABASE_URL)', () => {
  let world: TestWorld;
  let scene: Scene;
  let students: string[];
  beforeAll(async () => {
    world = await freshWorld();
    scene = await makeScene(world);
    students = [];
    for (let i = 0; i < 100; i++) students.push((await addStudent(world, scene, `Студент ${i}`)).studentId);
  }, 120_000);
  afterAll(async () => {
    await sql`drop table if exists practice.unguarded`.execute(world.db);
  });

  test('five are placed, 95 are refused, nothing is half-done', async () => {
    const planId = await addPlan(world, scene);
    const offerId = await addOffer(world, scene, { capacity: 5 });
    const asked = await Promise.allSettled(
      students.map((id) =>
        world.call(
          'practice.placeStudents',
          { planId, offerId, studentIds: [id], way: 'named' },
          scene.deputy,
        ),
      ),
    );
    const refused = asked
      .filter((one) => one.status === 'rejected')
      .map(({ reason }) => (reason as { key?: string }).key);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(new Set(refused)).toEqual(new Set(['practice:error.noPlaces']));
    const { rows } = await sql<{ placed: number; most: number; least: number }>`select
        (select count(*)::int from practice.placement where offer_id = ${offerId}) as placed,
        max(taken)::int as most, min(taken) filter (where day between '2026-12-07' and '2027-01-29')::int as least
      from practice.place_day where offer_id = ${offerId}`.execute(world.db);
    expect(rows).toEqual([{ placed: 5, most: 5, least: 5 }]);
  }, 120_000);

  test('the twin without the guard, that counts first and writes then, oversells', async () => {
    await sql`create table practice.unguarded (student_id uuid primary key)`.execute(world.db);
    await Promise.all(
      students.map(async (id) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from practice.unguarded`.execute(
          world.db,
        );
        if ((rows[0]?.n ?? 0) < 5) await sql`insert into practice.unguarded values (${id})`.execute(world.db);
      }),
    );
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from practice.unguarded`.execute(
      world.db,
    );
    expect(rows[0]?.n).toBeGreaterThan(5);
  }, 60_000);
});
