import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';

interface Page {
  municipalities: { code: string; need: number | null; withheld: boolean; name: string }[];
  occupations: { code: string; name: string; need: number }[];
  hidden: { occupations: number; municipalities: number };
}

let world: TestWorld;
let place = '';
const enterprises: string[] = [];
const page = () => world.call<Page>('forecast.publicNeed', {}, world.as('visitor'));
const sees = async () => {
  const { occupations, municipalities, hidden } = await page();
  return {
    occupations: occupations.map(({ code, name }) => `${code} ${name}`),
    place: municipalities.find(({ code }) => code === 'T1'),
    hidden,
  };
};
const line = async (organisationId: string, year: number, count = 2) => {
  const id = world.newId();
  await sql`insert into needs.line (id, organisation_id, municipality_id, occupation, year, kind, count, confidence, source, stated_on)
    values (${id}, ${organisationId}, ${place}, '7212', ${year}, 'new', ${count}, 'high', 'проба', '2026-11-01')`.execute(
    world.db,
  );
  return id;
};

beforeAll(async () => {
  world = await freshWorld();
  const zone = world.newId();
  place = world.newId();
  await sql`insert into registry.zone (id, code, name) values (${zone}, 'Z1', 'Зона')`.execute(world.db);
  await sql`insert into registry.municipality (id, code, name, short_name, centre, kind, source, zone_id, lat, lon, is_rural)
    values (${place}, 'T1', 'Заречный округ', 'Заречный', 'Заречный', 'округ', 'проба', ${zone}, 58, 49, true)`.execute(
    world.db,
  );
  for (const name of ['Завод', 'Комбинат', 'Цех', 'Ферма'])
    enterprises.push(
      (
        await world.call<{ id: string }>(
          'registry.saveOrganisation',
          { kind: 'enterprise', fullName: `${name} (проба)`, shortName: name },
          world.as('admin'),
        )
      ).id,
    );
  const run = world.newId();
  const summary = {
    years: [2027],
    need: 10,
    low: 8,
    high: 12,
    expansion: 10,
    replacement: 0,
    enterprises: 3,
  };
  await sql`insert into forecast.run (id, version, title, state, engine, created_at, settings, seed, summary, started_by)
    values (${run}, 1, 'Проба', 'done', 'test', now(), '{}', 1, ${JSON.stringify(summary)}::jsonb, null)`.execute(
    world.db,
  );
  await sql`insert into forecast.cell (run_id, occupation, zone, year, expansion, replacement, project, backlog,
      need, need_whole, low, high, supply, gap, trace)
    values (${run}, '7212', 'Z1', 2027, 10, 0, 0, 0, 10, 10, 8, 12, 0, 10, '{}')`.execute(world.db);
  for (const id of enterprises.slice(0, 3)) await line(id, 2027);
});

test('the kept page gives way to every change of what it is made of', async () => {
  const first = await sees();
  expect(first.place).toMatchObject({ need: 10, withheld: false });
  expect(await sees()).toEqual(first);

  // a fourth enterprise with nearly all of the number: the cell would tell of it
  const big = await line(enterprises[3] ?? '', 2027, 200);
  expect((await sees()).place).toMatchObject({ need: null, withheld: true });
  await sql`update needs.line set state = 'withdrawn', rev = rev + 1 where id = ${big}`.execute(world.db);
  expect(await sees()).toEqual(first);

  // one of the three becomes restricted: two are left
  await sql`update registry.organisation set access_class = 'restricted' where id = ${enterprises[0]}`.execute(
    world.db,
  );
  expect((await sees()).occupations).toEqual([]);
  await sql`update registry.organisation set access_class = 'open' where id = ${enterprises[0]}`.execute(
    world.db,
  );
  expect(await sees()).toEqual(first);

  await sql`insert into platform.setting (id, key, value, valid, source, trust, role, at)
    values (${world.newId()}, 'needs.publicationMinEnterprises', '4', '(,)', 'проба', 'A', 'admin', now())`.execute(
    world.db,
  );
  expect((await sees()).hidden.occupations).toBe(1);
  await sql`delete from platform.setting where key = 'needs.publicationMinEnterprises'`.execute(world.db);

  await sql`update registry.municipality set name = 'Лесной округ' where id = ${place}`.execute(world.db);
  expect((await sees()).place?.name).toBe('Лесной округ');
});
