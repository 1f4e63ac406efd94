import { sql } from 'kysely';
import { runJob } from '../../../../testing/run-job.ts';
import type { TestWorld } from '../../../../testing/world.ts';
import { addOffer, addPlan, addStudent, makeScene } from '../../testing/scene.test.kit.ts';
import { drawRoundJob } from '../draw-round.job.ts';
import { publishRoundJob } from '../publish-round.job.ts';

/** Six students of one group and three places: one seat, two seats, five seats. */
export async function makeRoundScene(world: TestWorld) {
  const scene = await makeScene(world);
  const centre = world.as('placement_centre_coordinator');
  const students: Awaited<ReturnType<typeof addStudent>>[] = [];
  for (const surname of ['Авдеев', 'Белов', 'Власов', 'Гусев', 'Дёмин', 'Ежов'])
    students.push(await addStudent(world, scene, surname));
  const planId = await addPlan(world, scene);
  const offers: string[] = [];
  for (const capacity of [1, 2, 5])
    offers.push(await addOffer(world, scene, { title: `Цех ${capacity}`, capacity }));
  return { scene, centre, students, planId, offers };
}
export type RoundScene = Awaited<ReturnType<typeof makeRoundScene>>;

export const opening = ({ planId, offers }: Pick<RoundScene, 'planId' | 'offers'>, more: object = {}) => ({
  title: 'Зимняя практика',
  schoolYear: 2026,
  opensAt: '2026-11-23T08:00:00Z',
  freezesAt: '2026-11-30T08:00:00Z',
  planIds: [planId],
  offers: offers.map((id, k) => ({ id, seats: [1, 2, 5][k] ?? 1 })),
  ...more,
});

export async function openRanking(world: TestWorld, round: RoundScene, more: object = {}): Promise<string> {
  const { id } = await world.call<{ id: string }>('practice.openRound', opening(round, more), round.centre);
  await world.call('practice.moveRound', { id, event: 'rank' }, round.centre);
  return id;
}

export const rank = (
  world: TestWorld,
  id: string,
  who: RoundScene['students'][number],
  offerIds: string[],
  rev = 0,
) => world.call('practice.rankPlaces', { id, offerIds, rev }, who.student);

/** Freezes and computes as the queue would. */
export async function draw(world: TestWorld, id: string, { centre }: RoundScene): Promise<void> {
  await world.call('practice.freezeRound', { id }, centre);
  await world.call('practice.drawRound', { id }, centre);
  await compute(world, id);
}

export async function compute(world: TestWorld, id: string) {
  const { rows } = await sql<{
    run: number;
  }>`select last_run as run from practice.round where id = ${id}`.execute(world.db);
  return runJob(world, drawRoundJob, { roundId: id, run: rows[0]?.run ?? 0 });
}

/** Publishes and makes the placements as the queue would; gives what the job says. */
export async function publish(world: TestWorld, id: string, { centre }: RoundScene): Promise<unknown> {
  await world.call('practice.publishRound', { id }, centre);
  return makePlacements(world, id);
}

export async function makePlacements(world: TestWorld, id: string): Promise<unknown> {
  const { rows } = await sql<{
    run: number;
  }>`select last_run as run from practice.round where id = ${id}`.execute(world.db);
  return runJob(world, publishRoundJob, { roundId: id, run: rows[0]?.run ?? 0 });
}

/** Who stands where: surname → title, of the placements that stand. */
export async function standing(world: TestWorld): Promise<Record<string, string>> {
  const { rows } = await sql<{
    surname: string;
    title: string;
  }>`select p.surname, f.title from practice.placement x
    join registry.person p on p.id = x.person_id join practice.offer f on f.id = x.offer_id where x.state <> 'failed'
    order by p.surname`.execute(world.db);
  return Object.fromEntries(rows.map(({ surname, title }) => [surname, title]));
}
