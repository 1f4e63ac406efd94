import { sql } from 'kysely';
import type { TestWorld } from '../../../testing/world.ts';

/** A proposal of 2030 with the seats of two colleges, nobody has answered yet. */
export interface Proposal {
  variantId: string;
  mine: string;
  other: string;
  /** Of the first college. */
  programmes: { id: string; seats: number }[];
}

/** A calculated variant put forward: what is tested is the talk about it, not how it was found. */
export async function makeProposal(world: TestWorld): Promise<Proposal> {
  const all: { id: string; college: string }[] = [];
  const make = async (name: string, codes: string[]) => {
    const made = await world.call<{ id: string }>(
      'registry.saveOrganisation',
      { kind: 'college', fullName: name, shortName: name },
      world.as('admin'),
    );
    for (const code of codes) {
      const programme = {
        code,
        name: `Программа ${code}`,
        base: 9,
        form: 'full-time',
        months: 34,
        capacity: 50,
      };
      const { id } = await world.call<{ id: string }>(
        'programmes.saveProgramme',
        programme,
        world.as('college_deputy', { organisationId: made.id }),
      );
      all.push({ id, college: made.id });
    }
    return made.id;
  };
  const mine = await make('Заречный колледж (проба)', ['15.01.05', '23.02.07']);
  const other = await make('Лесной колледж (проба)', ['35.02.12']);
  const [run, person] = [world.newId(), world.as('min_edu_specialist').personId];
  const variantId = world.newId();
  await sql`insert into forecast.run (id, version, title, state, engine, started_by, created_at, settings, seed)
    values (${run}, 900, 'Проверка', 'done', 'test', ${person}, now(), '{}', 1)`.execute(world.db);
  await sql`insert into training_order.variant (id, decision_year, version, title, state, forecast_run_id, settings,
      certificate, prepared_by, created_at, calculated_at)
    values (${variantId}, 2030, 900, 'Проверка', 'calculated', ${run}, '{}', '{"check":{"violations":0},"fingerprint":"f","epsilon":0.001,"final":{"proved":0.01,"reported":0.001},"solver":{"name":"test","version":"1"}}',
      ${person}, now(), now())`.execute(world.db);
  for (const { id } of all)
    await sql`insert into training_order.seat_line (id, variant_id, programme_id, intake_year, groups, calculated, seats, last_year)
      values (${world.newId()}, ${variantId}, ${id}, 2030, 1, 25, 25, 20)`.execute(world.db);
  await world.call('order.propose', { id: variantId, rev: 1 }, world.as('min_edu_specialist'));
  const programmes = all.filter(({ college }) => college === mine).map(({ id }) => ({ id, seats: 25 }));
  return { variantId, mine, other, programmes };
}
