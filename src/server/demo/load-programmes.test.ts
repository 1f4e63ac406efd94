import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { demoWorld } from '../../testing/demo-world.ts';

it('every teaching of the demo stands as a tie to its group for the school year, so that conflicts see it', async () => {
  const world = await demoWorld();
  const { rows } = await sql<{ teachings: number; tied: number; since: string; until: string }>`
    select count(*)::int as teachings, count(t.id)::int as tied, min(lower(t.valid)) as since, max(upper(t.valid)) as until
    from programmes.teaching l left join registry.tie_v t on t.kind = 'teaches' and t.source_kind = 'programmes.teaching'
      and t.source_id = l.id::text and t.person_id = l.person_id and t.to_cohort_id = l.group_id`.execute(
    world.db,
  );
  const [row] = rows;
  expect(row?.teachings).toBeGreaterThan(50);
  expect(row).toMatchObject({ tied: row?.teachings, since: '2026-09-01', until: '2027-09-01' });
});
