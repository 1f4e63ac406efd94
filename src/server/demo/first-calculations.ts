import { sql } from 'kysely';
import { type Actor, execute, type House, visitor, type World } from '../../platform/use-case/index.ts';
import { answerAsColleges } from './answer-as-colleges.ts';

const LOOK_MS = 1000;
const PATIENCE_MS = 10 * 60_000;

/** The first holder of a role in the demo, with the rights the house gives it. */
async function holderOf(world: World, house: House, role: string): Promise<Actor | null> {
  const { rows } = await sql<{ person_id: string; organisation_id: string | null }>`
    select person_id, organisation_id from registry.assignment_v where role = ${role} order by organisation_id, person_id limit 1`.execute(
    world.db,
  );
  const holder = rows[0];
  if (!holder) return null;
  return {
    ...visitor(house.rightsOf(role)),
    kind: 'person',
    role,
    personId: holder.person_id,
    organisationId: holder.organisation_id,
    verified: true,
  };
}

/**
 * A demo region begins with a forecast and an order, so that nobody meets empty pages. Both are started as people
 * would start them and run as jobs; a region that has a forecast is left alone.
 */
export async function firstCalculations(world: World, house: House, signal: AbortSignal): Promise<void> {
  const { rows } = await sql`select 1 from forecast.run limit 1`.execute(world.db);
  const economist = await holderOf(world, house, 'min_econ_specialist');
  const specialist = await holderOf(world, house, 'min_edu_specialist');
  if (rows.length > 0 || !economist || !specialist) return;
  const call = async (name: string, input: unknown, actor: Actor) => {
    const useCase = house.useCases.get(name);
    if (!useCase) throw new Error(`There is no use case ${name}`);
    return (await execute(world, { name, useCase, input, actor, commandId: world.newId() })).data as Record<
      string,
      string
    >;
  };
  await call('forecast.startRun', { title: 'Осенний прогноз (демо)' }, economist);
  const forecast = await settled(
    () =>
      sql<{ state: string }>`select state from forecast.run order by version desc limit 1`.execute(world.db),
    ['done'],
    signal,
  );
  if (!forecast) return;
  const year = Number(world.now().toISOString().slice(0, 4)) + 1;
  const { id } = await call(
    'order.startVariant',
    { title: 'Базовый вариант (демо)', decisionYear: year },
    specialist,
  );
  const order = await settled(
    () => sql<{ state: string }>`select state from training_order.variant where id = ${id}`.execute(world.db),
    ['calculated'],
    signal,
  );
  if (!order) return;
  const { rev } = await call('order.getVariant', { id }, specialist);
  await call('order.propose', { id, rev: Number(rev) }, specialist);
  const rights = house.rightsOf('college_deputy');
  await answerAsColleges(world, String(id), (name, input, by) =>
    call(name, input, { ...visitor(rights), kind: 'person', verified: true, ...by }),
  );
}

async function settled(
  look: () => Promise<{ rows: { state: string }[] }>,
  wanted: string[],
  signal: AbortSignal,
): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && !signal.aborted) {
    const state = (await look()).rows[0]?.state ?? '';
    if (wanted.includes(state)) return true;
    if (state === 'failed' || state === 'cancelled') break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  // a server that stops is no failure: the job itself goes on at the next start
  if (signal.aborted) return false;
  throw new Error(`The demo's first calculation did not reach ${wanted.join(', ')}`);
}
