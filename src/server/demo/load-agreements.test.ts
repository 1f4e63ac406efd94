import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
});

it('the demo region has agreements seen whole by the ministry and in part by a party', async () => {
  const all = await world.call<{ rows: { id: string }[]; total: number }>(
    'agreements.listAgreements',
    { limit: 500 },
    world.as('min_edu_specialist'),
  );
  expect(all.total).toBeGreaterThan(10);
  const { rows } = await sql<{
    organisation_id: string;
  }>`select organisation_id from agreements.party limit 1`.execute(world.db);
  const own = await world.call<{ total: number }>(
    'agreements.listAgreements',
    {},
    world.as('enterprise_hr', { organisationId: rows[0]?.organisation_id ?? null }),
  );
  expect(own.total).toBeGreaterThan(0);
  expect(own.total).toBeLessThan(all.total);
});

it('a student of the demo sees purposes and the consents given', async () => {
  const { rows } = await sql<{
    person_id: string;
  }>`select person_id from registry.consent where withdrawn_on is null limit 1`.execute(world.db);
  const mine = await world.call<{ purposes: { basis: string; consent: object | null }[] }>(
    'registry.listMyConsents',
    {},
    world.as('student', { personId: rows[0]?.person_id ?? null }),
  );
  expect(mine.purposes.map(({ basis }) => basis).sort()).toEqual([
    'consent',
    'consent',
    'consent',
    'contract',
    'law',
  ]);
  expect(mine.purposes.some(({ consent }) => consent !== null)).toBe(true);
});

it('boards have members with posts', async () => {
  const { rows } = await world.call<{ rows: { members: number }[] }>(
    'bodies.listBodies',
    {},
    world.as('min_edu_specialist'),
  );
  expect(rows.some(({ members }) => members > 1)).toBe(true);
});
