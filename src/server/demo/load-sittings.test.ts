import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';
import { loadSittings } from './load-sittings.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
  const from = performance.now();
  const { rows } = await sql`select 1 from exams.session limit 1`.execute(world.db);
  if (rows.length === 0) await inTransaction(world.db, (tx) => loadSittings(tx, world));
  console.log('sittings', performance.now() - from);
}, 300_000);

test('exams in several states, with the demo expert among those who mark', async () => {
  const { rows } = await sql<{ state: string }>`select state from exams.session order by day`.execute(
    world.db,
  );
  expect(rows.map(({ state }) => state).sort()).toEqual(['confirmed', 'graded', 'planned', 'running']);
  const list = await world.call<{ rows: { id: string; state: string }[] }>(
    'exams.listSessions',
    {},
    world.as('exam_operator_coordinator'),
  );
  for (const { id } of list.rows) {
    const card = await world.call<{ people: { grade: number | null }[]; state: string }>(
      'exams.getSession',
      { id },
      world.as('exam_operator_coordinator'),
    );
    if (card.state === 'graded') expect(card.people.every(({ grade }) => grade !== null)).toBe(true);
  }
});
