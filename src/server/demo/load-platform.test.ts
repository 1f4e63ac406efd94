import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
}, 120_000);

test('the demo has a working platform: signed minutes, decisions as tasks with owner and day, a meeting ahead', async () => {
  const { rows } = await sql<{ id: string; organisation: string }>`select id, organisation_id as organisation
    from bodies.body where kind = 'platform' and is_demo`.execute(world.db);
  expect(rows).toHaveLength(1);
  const card = await world.call<{
    meetings: { state: string; decisions: number }[];
    decisions: { due: string | null; ownerId: string | null; doneOn: string | null }[];
  }>(
    'bodies.getBody',
    { id: rows[0]?.id },
    world.as('placement_centre_coordinator', { organisationId: rows[0]?.organisation ?? '' }),
  );
  expect(card.meetings.map(({ state }) => state).sort()).toEqual(['planned', 'signed']);
  expect(card.decisions).toHaveLength(4);
  for (const one of card.decisions) expect([one.ownerId === null, one.due === null]).toEqual([false, false]);
  expect(card.decisions.filter(({ doneOn }) => doneOn !== null)).toHaveLength(1);
  const tasks = await sql<{ n: number }>`select count(*)::int as n from platform.task
    where kind = 'bodies.carryOut' and state = 'open'`.execute(world.db);
  expect(tasks.rows[0]?.n).toBe(3);
});

test('the catalogue rests on the platform’s decision, and practices of the year go by it', async () => {
  const { rows } = await world.call<{ rows: { decision: string | null; plans: number }[] }>(
    'practice.listForms',
    {},
    world.as('placement_centre_coordinator'),
  );
  expect(rows).toHaveLength(5);
  expect(rows.filter(({ decision }) => decision === null)).toEqual([]);
  expect(rows.reduce((sum, { plans }) => sum + plans, 0)).toBeGreaterThan(5);
});
