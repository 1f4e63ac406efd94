import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { demoWorld } from '../../../testing/demo-world.ts';
import type { TestWorld } from '../../../testing/world.ts';
import { districtNeed } from './district-need.ts';

let world: TestWorld;
const DAY = '2026-11-23';

interface Real {
  name: string;
  people: number;
  enterprises: number;
  largest: number;
}

beforeAll(async () => {
  world = await demoWorld();
});

test('no district sheet tells of one enterprise, by itself or by subtraction', async () => {
  const places = await sql<{ id: string }>`select distinct municipality_id as id from needs.line_v`.execute(
    world.db,
  );
  let shownAnywhere = 0;
  let hiddenAnywhere = 0;
  for (const { id } of places.rows) {
    const sheet = await districtNeed(world.db, id, DAY);
    const { rows } = await sql<Real>`select name, sum(people)::int as people, count(*)::int as enterprises,
        max(people)::float8 / sum(people) as largest
      from (select coalesce(i.name, l.occupation) as name, l.organisation_id, sum(l.count) as people from needs.line_v l
        left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
        where l.municipality_id = ${id} and l.state <> 'withdrawn' group by 1, 2) e group by 1`.execute(
      world.db,
    );
    const real = new Map(rows.map((it) => [it.name, it]));
    for (const { name, people } of sheet.byOccupation) {
      expect(real.get(name)?.people).toBe(people);
      expect(real.get(name)?.enterprises).toBeGreaterThanOrEqual(3);
      expect(real.get(name)?.largest).toBeLessThanOrEqual(0.8);
    }
    shownAnywhere += sheet.byOccupation.length;
    hiddenAnywhere += sheet.withheld.occupations;
    if (sheet.stated === null || sheet.byOccupation.length === 0) continue;
    // what is left after taking the shown rows from the printed total is no single row
    const shown = new Set(sheet.byOccupation.map((it) => it.name));
    const gone = rows.filter((it) => !shown.has(it.name));
    const rest = sheet.stated - sheet.byOccupation.reduce((sum, it) => sum + it.people, 0);
    expect(gone.length).toBe(sheet.withheld.occupations);
    expect(rest).toBe(gone.reduce((sum, it) => sum + it.people, 0));
    if (gone.length > 0) {
      expect(gone.length).toBeGreaterThan(1);
      for (const it of gone) expect(it.people).toBeLessThanOrEqual(0.8 * rest);
    }
  }
  expect(shownAnywhere).toBeGreaterThan(0);
  expect(hiddenAnywhere).toBeGreaterThan(0);
});
