import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { addPlan, addStudent, makeScene, type Scene } from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
let planId: string;
let belov: Awaited<ReturnType<typeof addStudent>>;
interface Answer {
  rows: { assignmentId: string; name: string; email: string | null }[];
}
const ask = (as = scene.deputy) => world.call<Answer>('practice.groupSignIns', { id: planId }, as);

beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
  belov = await addStudent(world, scene, 'Белов');
  await addStudent(world, scene, 'Авдеев');
  const other = await scene.group('СВ-23', 2024, 2027);
  await addStudent(world, scene, 'Чужов', '2008-03-05', other);
  planId = await addPlan(world, scene);
});

describe('who of a group may be invited into the portal', () => {
  it('those of the group alone, by name, with the address the college knows', async () => {
    await sql`insert into registry.person_contact (id, person_id, kind, value, valid)
      values (${world.newId()}, ${belov.personId}, 'email', 'belov@example.org', '(,)')`.execute(world.db);
    const { rows } = await ask();
    expect(rows.map(({ name, email }) => [name, email])).toEqual([
      ['Авдеев Пётр Ильич', null],
      ['Белов Пётр Ильич', 'belov@example.org'],
    ]);
    // the role by which the registry invites
    const { rows: roles } = await sql<{ role: string; person: string }>`select role, person_id as person
      from registry.assignment where id = ${rows[1]?.assignmentId}`.execute(world.db);
    expect(roles).toEqual([{ role: 'student', person: belov.personId }]);
  });

  it('who has left is not invited; another college does not see the group, a student and the plant have no right', async () => {
    await sql`update programmes.student set status = 'leave' where id = ${belov.studentId}`.execute(world.db);
    expect((await ask()).rows.map(({ name }) => name)).toEqual(['Авдеев Пётр Ильич']);
    const stranger = world.as('college_deputy', {
      organisationId: await scene.organisation('college', 'Другой колледж'),
    });
    await expect(ask(stranger)).rejects.toMatchObject({ status: 404 });
    await expect(ask(scene.hr)).rejects.toMatchObject({ status: 403 });
    await expect(ask(belov.student)).rejects.toMatchObject({ status: 403 });
  });
});
