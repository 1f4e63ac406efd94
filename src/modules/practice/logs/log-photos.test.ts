import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { ROLES } from '../../registry/index.ts';
import {
  addAgreement,
  addMentor,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';
import { logPhotos } from './log-photos.ts';

const DAY = '2026-12-07';
const ELSEWHERE = '00000000-0000-7000-8000-00000000000e';
let world: TestWorld;
let scene: Scene;
let id: string;
let mine: Actor;
let mentor: Actor;

beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
  const planId = await addPlan(world, scene);
  const offerId = await addOffer(world, scene);
  await addAgreement(world, scene);
  const one = await addStudent(world, scene, 'Готовый');
  mine = one.student;
  const { placed } = await world.call<{ placed: string[] }>(
    'practice.placeStudents',
    { planId, offerId, studentIds: [one.studentId], way: 'group' },
    scene.deputy,
  );
  id = placed[0] ?? '';
  const master = await addMentor(world, scene);
  mentor = master.mentor;
  await world.call('practice.nameMentor', { ids: [id], appointmentId: master.appointmentId }, scene.hr);
  await sql`insert into practice.log_day (placement_id, day, note, minutes, written_at)
    values (${id}, ${DAY}, 'Сварка', 360, '2026-12-07T12:00:00Z')`.execute(world.db);
});

const asked = (actor: Actor, what: 'mayRead' | 'mayChange', record = `${id}:${DAY}`) =>
  inTransaction(world.db, async (tx) =>
    Boolean(await logPhotos[what]?.({ tx, actor, id: record, today: '2026-12-08' })),
  );

/** Who sees a photo by being in a role at the college, at the host, or anywhere; nobody else does. */
const AT_COLLEGE = ['college_head', 'college_deputy', 'university_coordinator'];
const AT_HOST = ['enterprise_head', 'enterprise_hr', 'enterprise_foreman'];
const ANYWHERE = ['auditor'];

test.each([
  ...Object.keys(ROLES),
  'visitor',
])('a photo of the log: %s at the college, the host, elsewhere', async (role) => {
  const at = (organisationId: string) => world.as(role, { organisationId });
  const { deputy, hr } = scene;
  const seen = [
    await asked(at(deputy.organisationId ?? ''), 'mayRead'),
    await asked(at(hr.organisationId ?? ''), 'mayRead'),
    await asked(at(ELSEWHERE), 'mayRead'),
  ];
  const all = ANYWHERE.includes(role);
  expect([role, ...seen]).toEqual([
    role,
    all || AT_COLLEGE.includes(role),
    all || AT_HOST.includes(role),
    all,
  ]);
  // only the student who wrote the day brings photos, whatever the role of another
  expect([role, await asked(at(deputy.organisationId ?? ''), 'mayChange')]).toEqual([role, false]);
  expect([role, await asked(at(hr.organisationId ?? ''), 'mayChange')]).toEqual([role, false]);
});

test('the student, the own mentor and nobody of the same roles; a confirmed day takes no more photos', async () => {
  const other = await addStudent(world, scene, 'Чужой');
  const stranger = await addMentor(world, scene, 'Чужаков');
  expect([await asked(mine, 'mayRead'), await asked(mine, 'mayChange')]).toEqual([true, true]);
  expect([await asked(other.student, 'mayRead'), await asked(other.student, 'mayChange')]).toEqual([
    false,
    false,
  ]);
  expect([await asked(mentor, 'mayRead'), await asked(mentor, 'mayChange')]).toEqual([true, false]);
  expect(await asked(stranger.mentor, 'mayRead')).toBe(false);
  const host = scene.hr.organisationId;
  expect(await asked(world.as('enterprise_hr', { organisationId: host, verified: false }), 'mayRead')).toBe(
    false,
  );
  for (const record of [`${id}:2026-12-09`, id, `${id}:${DAY}'--`, ''])
    expect([record, await asked(mine, 'mayRead', record)]).toEqual([record, false]);
  await sql`update practice.log_day set confirmed_at = '2026-12-08T09:00:00Z' where placement_id = ${id}`.execute(
    world.db,
  );
  expect([await asked(mine, 'mayRead'), await asked(mine, 'mayChange')]).toEqual([true, false]);
});
