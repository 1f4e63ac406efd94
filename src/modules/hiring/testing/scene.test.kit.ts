import { sql } from 'kysely';
import type { TestWorld } from '../../../testing/world.ts';
import { addStudent, makeScene, type Scene } from '../../practice/testing/scene.test.kit.ts';

interface Id {
  id: string;
}
type Actor = ReturnType<TestWorld['as']>;

export const CODE = '15.01.05';

/** Tests empty every table, texts of consents too. */
export async function putPurposes(world: TestWorld): Promise<void> {
  await sql`insert into registry.purpose (code, version, basis, text, retention_months, source) values
    ('share-results-with-employers', 2, 'consent', 'Показывать работодателям', 36, 'тест'),
    ('talent-pool', 1, 'consent', 'Кадровый резерв', 60, 'тест') on conflict do nothing`.execute(world.db);
}

export const consentTo = (world: TestWorld, student: Actor, purpose = 'share-results-with-employers') =>
  world.call<Id>('registry.giveConsent', { purpose, version: purpose === 'talent-pool' ? 1 : 2 }, student);

/** A college, two employers with interest in its speciality, an adult student without any consent. */
export async function makeHiring(world: TestWorld) {
  await putPurposes(world);
  const scene: Scene = await makeScene(world);
  const other = await scene.organisation('enterprise', '«Соседний завод» (демо)');
  const otherHr = world.as('enterprise_hr', { organisationId: other });
  for (const hr of [scene.hr, otherHr])
    await world.call('hiring.saveInterest', { programmeCode: CODE, people: 3 }, hr);
  const anna = await addStudent(world, scene, 'Берёзкина', '2007-03-05');
  const minor = await addStudent(world, scene, 'Юный', '2009-10-01');
  return { ...scene, base: scene, other, otherHr, anna, minor };
}
export type Hiring = Awaited<ReturnType<typeof makeHiring>>;

export const OFFER = {
  post: 'Сварщик 4 разряда',
  pay: 6_500_000,
  startsOn: '2027-07-05',
  answerUntil: '2026-12-20',
};

export async function listed(world: TestWorld, hr: Actor, studentId: string): Promise<string> {
  const { id } = await world.call<Id>('hiring.addCandidate', { studentId, way: 'session' }, hr);
  return id;
}

/** From the list of candidates to an accepted offer. */
export async function agreed(
  world: TestWorld,
  hr: Actor,
  student: { studentId: string; student: Actor },
  more: object = {},
) {
  const candidateId = await listed(world, hr, student.studentId);
  const { id } = await world.call<Id>('hiring.makeOffer', { candidateId, ...OFFER, ...more }, hr);
  await world.call('hiring.answerOffer', { id, answer: 'accept' }, student.student);
  return id;
}

interface Tie {
  kind: string;
  from: string | null;
  to: string | null;
  ended: boolean;
}

/** Ties of the registry that stand on a paper of this room. */
export async function tiesOf(world: TestWorld, id: string): Promise<Tie[]> {
  const { rows } =
    await sql<Tie>`select kind, organisation_id as "from", to_person_id as "to", not upper_inf(valid) as ended
    from registry.tie where source_id = ${id}`.execute(world.db);
  return rows;
}
