import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

interface Sheet {
  placements: number | null;
  own: number | null;
  away: number | null;
  hired: number | null;
  back: number | null;
  free: number;
  near: { host: string; free: number }[];
}

let world: TestWorld;
let scene: Scene;
let planId: string;
const placed: string[] = [];

/** A plant of the district takes one student. */
async function plantTakes(n: number): Promise<void> {
  const host = await scene.organisation('enterprise', `Завод ${n} (демо)`);
  await sql`update registry.organisation set municipality_id = ${scene.place}, access_class = 'open' where id = ${host}`.execute(
    world.db,
  );
  const hr = world.as('enterprise_hr', { organisationId: host });
  const offerId = await addOffer(world, scene, { accessClass: 'open' }, hr);
  await addAgreement(world, scene, { host });
  const { studentId } = await addStudent(world, scene, `Студент-${n}`);
  const { placed: ids } = await world.call<{ placed: string[] }>(
    'practice.placeStudents',
    { planId, offerId, studentIds: [studentId], way: 'named' },
    scene.deputy,
  );
  placed.push(...ids);
}
const sheet = (as = world.as('municipality_specialist', { municipalityId: scene.place })) =>
  world.call<Sheet>('practice.districtPractice', {}, as);

beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
  planId = await addPlan(world, scene);
});

describe('M-36, R-12: the district sheet of practice', () => {
  test('is empty at first, and does not tell of one or two enterprises', async () => {
    expect(await sheet()).toMatchObject({ placements: 0, own: 0, away: 0, hired: 0, back: 0, free: 0 });
    await plantTakes(1);
    await plantTakes(2);
    expect(await sheet()).toMatchObject({ placements: null, own: null });
  });
  test('counts placements, the own youth, hires and who came back, and free places within the distance', async () => {
    await plantTakes(3);
    expect(await sheet()).toMatchObject({ placements: 3, own: 3, away: 0, hired: 0, back: 0, free: 12 });
    for (const id of placed)
      await sql`insert into practice.outcome (placement_id, result, on_day) values (${id}, 'employed', '2026-11-23')`.execute(
        world.db,
      );
    // they studied here: hired, but nobody came back
    expect(await sheet()).toMatchObject({ hired: 3, back: 0 });
    const other = world.newId();
    await sql`insert into registry.municipality (id, code, name, short_name, centre, kind, lat, lon, is_rural, zone_id, source)
      values (${other}, ${other}, 'Далёкий', 'Далёкий', 'Далёкий', 'city', 59.9, 52.1, true, ${scene.zone}, 'тест')`.execute(
      world.db,
    );
    await sql`update registry.organisation set municipality_id = ${other} where id = ${scene.college}`.execute(
      world.db,
    );
    expect(await sheet()).toMatchObject({ hired: 3, back: 3 });
    const far = await sheet(world.as('municipality_specialist', { municipalityId: other }));
    expect(far).toMatchObject({ placements: 0, free: 0, near: [] });
  });
  test('a district sees itself alone; an office chooses', async () => {
    await expect(sheet(world.as('municipality_specialist'))).rejects.toMatchObject({
      key: 'practice:district.error.choose',
    });
    await expect(sheet(world.as('college_deputy', { organisationId: scene.college }))).rejects.toMatchObject({
      status: 403,
    });
  });
});
