import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { computeMatchesJob } from '../../modules/hiring/fit/compute-matches.job.ts';
import { demoWorld } from '../../testing/demo-world.ts';
import { runJob } from '../../testing/run-job.ts';
import type { TestWorld } from '../../testing/world.ts';

let world: TestWorld;
interface Holder {
  personId: string;
  organisationId: string;
}
const holder = async (role: string): Promise<Holder> =>
  (
    await sql<Holder>`select person_id as "personId", organisation_id as "organisationId" from registry.assignment
    where role = ${role} order by organisation_id, person_id limit 1`.execute(world.db)
  ).rows[0] ?? { personId: '', organisationId: '' };

beforeAll(async () => {
  world = await demoWorld();
});

test('the plant of the demo has interests, candidates, an agreed offer; the student an offer to answer', async () => {
  const plant = world.as('enterprise_hr', await holder('enterprise_hr'));
  const rows = async <T>(name: string, as = plant) => (await world.call<{ rows: T[] }>(name, {}, as)).rows;
  expect((await rows('hiring.listInterests')).length).toBeGreaterThan(1);
  expect((await rows('hiring.listCandidates')).length).toBeGreaterThan(1);
  const states = (await rows<{ state: string }>('hiring.listOffers')).map((it) => it.state);
  expect(states).toEqual(expect.arrayContaining(['made']));
  const student = world.as('student', await holder('student'));
  const mine = await world.call<{ offers: { state: string }[]; seenBy: object[] }>(
    'hiring.myWork',
    {},
    student,
  );
  expect(mine.offers.some((it) => it.state === 'made')).toBe(true);
  expect(mine.seenBy.length).toBeGreaterThan(0);
});

test('hires go back to need lines, outcomes fill the form with every control green, the pool has people', async () => {
  const college = world.as('college_deputy', await holder('college_deputy'));
  const hires = await world.call<{ rows: { id: string }[] }>('hiring.listHires', {}, college);
  expect(hires.rows.length).toBeGreaterThan(3);
  const path = await world.call<{ nodes: { kind: string; id: string | null }[] }>(
    'hiring.getPath',
    { from: 'hire', id: hires.rows[0]?.id },
    college,
  );
  expect(path.nodes.filter((it) => it.id !== null).map((it) => it.kind)).toEqual(
    expect.arrayContaining(['need', 'seat', 'student', 'offer', 'hire', 'outcome']),
  );
  const form = await world.call<{ rows: { faults: object[] }[] }>(
    'hiring.getForm',
    { year: 2025, months: 12 },
    college,
  );
  expect(form.rows.length).toBeGreaterThan(0);
  expect(form.rows.flatMap((it) => it.faults)).toEqual([]);
  const pool = await world.call<{ rows: object[] }>(
    'hiring.listPool',
    {},
    world.as('placement_centre_coordinator'),
  );
  expect(pool.rows.length).toBeGreaterThan(3);
  const marked = await sql<{
    n: number;
  }>`select count(*)::int as n from hiring.offer where not is_demo`.execute(world.db);
  expect(marked.rows[0]?.n).toBe(0);
});

test('the lists of fitness are computed for the whole demo region', async () => {
  const done = (await runJob(world, computeMatchesJob, {})) as {
    people: number;
    openings: number;
    lines: number;
  };
  expect(done.people).toBeGreaterThan(100);
  expect(done.lines).toBeGreaterThan(done.people);
  const student = world.as('student', await holder('student'));
  const mine = await world.call<{ rows: { percent: number }[]; competences: number }>(
    'hiring.myMatches',
    {},
    student,
  );
  const plant = world.as('enterprise_hr', await holder('enterprise_hr'));
  const openings = await world.call<{ rows: { fitting: number }[] }>('hiring.listOpenings', {}, plant);
  expect(mine.competences).toBeGreaterThan(2);
  expect(openings.rows.some((it) => it.fitting > 0)).toBe(true);
});
