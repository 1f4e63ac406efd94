import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { saveEvents } from '../../platform/outbox/index.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { DAYS, OFFER as PLACES, PLAN } from '../practice/testing/scene.test.kit.ts';
import {
  agreed,
  CODE,
  consentTo,
  type Hiring,
  listed,
  makeHiring,
  OFFER,
  tiesOf,
} from './testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Hiring;
interface Rows<T> {
  rows: T[];
}
interface Shown {
  personId: string;
  studentId: string;
  name: string;
  ground: string;
}

beforeEach(async () => {
  world = await freshWorld();
  scene = await makeHiring(world);
});

const shown = async (hr = scene.hr) => (await world.call<Rows<Shown>>('hiring.listShown', {}, hr)).rows;
const candidates = async (hr = scene.hr) =>
  (await world.call<Rows<Shown & { id: string }>>('hiring.listCandidates', {}, hr)).rows;

describe('X-05: a student reaches an employer by a placement there or a consent, by nothing else', () => {
  test('without either nobody is shown, and the list refuses', async () => {
    expect(await shown()).toEqual([]);
    await expect(listed(world, scene.hr, scene.anna.studentId)).rejects.toMatchObject({ rule: 'X-05' });
  });

  test('a consent shows name, college and programme to employers who follow the speciality; no contacts, no birth date', async () => {
    await consentTo(world, scene.anna.student);
    const [row] = await shown();
    expect(row).toMatchObject({ name: 'Берёзкина Пётр Ильич', ground: 'consent', programmeCode: CODE });
    expect(JSON.stringify(row)).not.toMatch(/2007|@|phone/);
    const interests = await world.call<Rows<{ id: string; shown: number }>>(
      'hiring.listInterests',
      {},
      scene.hr,
    );
    expect(interests.rows[0]?.shown).toBe(1);
    await world.call('hiring.endInterest', { id: interests.rows[0]?.id }, scene.hr);
    expect(await shown()).toEqual([]);
    expect(await shown(scene.otherHr)).toHaveLength(1);
  });

  test('a consent of a person under 18 counts on paper only, from the legal representative', async () => {
    await consentTo(world, scene.minor.student);
    expect(await shown()).toEqual([]);
    const mine = await world.call<{ consents: { purpose: string; needsPaper: boolean }[] }>(
      'hiring.myWork',
      {},
      scene.minor.student,
    );
    expect(mine.consents.find((it) => it.purpose.startsWith('share'))?.needsPaper).toBe(true);
    await sql`update registry.consent set given_how = 'paper' where person_id = ${scene.minor.personId}`.execute(
      world.db,
    );
    expect((await shown()).map((it) => it.personId)).toEqual([scene.minor.personId]);
  });

  test('an organisation whose authority was not checked sees nobody and does nothing', async () => {
    await consentTo(world, scene.anna.student);
    const unverified = { ...scene.hr, verified: false };
    expect(await shown(unverified)).toEqual([]);
    await expect(listed(world, unverified, scene.anna.studentId)).rejects.toMatchObject({ status: 403 });
  });

  test('a placement at the enterprise shows its trainees without a consent, and to that enterprise alone', async () => {
    await place(scene);
    expect((await shown()).map((it) => [it.name, it.ground])).toEqual([
      ['Берёзкина Пётр Ильич', 'placement'],
    ]);
    expect(await shown(scene.otherHr)).toEqual([]);
  });

  test('the talent pool shows graduates only', async () => {
    await consentTo(world, scene.anna.student, 'talent-pool');
    expect(await shown()).toEqual([]);
    await sql`update programmes.student set status = 'graduated' where id = ${scene.anna.studentId}`.execute(
      world.db,
    );
    expect((await shown())[0]?.ground).toBe('pool');
    const pool = await world.call<Rows<{ personId: string }>>(
      'hiring.listPool',
      {},
      world.as('placement_centre_coordinator'),
    );
    expect(pool.rows.map((it) => it.personId)).toEqual([scene.anna.personId]);
  });
});

/** One placement, straight into its table: how placements come about is tested in their own room. */
async function place({ anna, groupId, host, college, deputy }: Hiring): Promise<void> {
  const { id: planId } = await world.call<{ id: string }>('practice.savePlan', { ...PLAN, groupId }, deputy);
  const { id: offerId } = await world.call<{ id: string }>('practice.saveOffer', PLACES, scene.hr);
  await sql`insert into practice.placement (id, plan_id, student_id, person_id, organisation_id, offer_id, host_id, state, way, period,
      timetable, reserved_at)
    values (${world.newId()}, ${planId}, ${anna.studentId}, ${anna.personId}, ${college}, ${offerId}, ${host}, 'cleared', 'group',
      daterange(${DAYS.from}::date, ${DAYS.to}::date, '[]'), '[]', now())`.execute(world.db);
}

/** An exam of the scene's college, straight into its tables: how exams come about is tested in their own room. */
async function exam({ anna, minor, college, groupId }: Hiring, state = 'confirmed'): Promise<string> {
  const [kit, centre, session] = [world.newId(), world.newId(), world.newId()];
  await sql`insert into exams.kit (id, code, regime, programme_code, programme_name, level, year, title, minutes, max, workplaces, experts, state)
    values (${kit}, ${`КОД ${kit}`}, 'ORDER_800', ${CODE}, 'Сварщик (демо)', 'BU', 2026, 'Комплект', 180, 5000, 5, '[]', 'approved')`.execute(
    world.db,
  );
  await sql`insert into exams.centre (id, organisation_id, name, address, workplaces)
    values (${centre}, ${college}, 'Площадка', 'Киров', 5)`.execute(world.db);
  await sql`insert into exams.session (id, code, kit_id, regime, centre_id, organisation_id, day, starts_at, check_on, workplaces, state)
    values (${session}, ${session}, ${kit}, 'ORDER_800', ${centre}, ${college}, '2026-12-10', 540, '2026-12-09', 5, ${state})`.execute(
    world.db,
  );
  for (const { studentId, personId } of [anna, minor])
    await sql`insert into exams.examinee (id, session_id, student_id, person_id, organisation_id, group_id)
      values (${world.newId()}, ${session}, ${studentId}, ${personId}, ${college}, ${groupId})`.execute(
      world.db,
    );
  return session;
}

describe('a subscription to exams of a speciality', () => {
  test('tells the employers that follow it, and shows how many examinees may be seen, and who', async () => {
    await consentTo(world, scene.anna.student);
    const id = await exam(scene);
    await inTransaction(world.db, (tx) =>
      saveEvents(
        tx,
        [{ name: 'exams.session.confirmed', payload: { id } }],
        world.now().toISOString(),
        world.newId,
      ),
    );
    await world.deliver();
    const tasks = await sql<{
      organisation: string;
    }>`select organisation_id as organisation from platform.task
      where kind = 'hiring.examAhead' and state = 'open'`.execute(world.db);
    expect(new Set(tasks.rows.map((it) => it.organisation))).toEqual(new Set([scene.host, scene.other]));
    const sessions = await world.call<Rows<object>>('hiring.listSessions', {}, scene.hr);
    expect(sessions.rows).toMatchObject([
      { id, programmeCode: CODE, examinees: 2, shown: 1, day: '2026-12-10' },
    ]);
    const of = await world.call<Rows<Shown>>('hiring.listShown', { sessionId: id }, scene.hr);
    expect(of.rows.map((it) => it.personId)).toEqual([scene.anna.personId]);
    const interests = await world.call<Rows<{ sessions: number }>>('hiring.listInterests', {}, scene.hr);
    expect(interests.rows[0]?.sessions).toBe(1);
  });

  test('a planned or cancelled exam is told to nobody', async () => {
    await exam(scene, 'planned');
    expect((await world.call<Rows<object>>('hiring.listSessions', {}, scene.hr)).rows).toEqual([]);
  });
});

describe('a consent taken back', () => {
  test('is gone from every reading in the same moment, and from the tables with the event', async () => {
    const { id: consentId } = await consentTo(world, scene.anna.student);
    const candidateId = await listed(world, scene.hr, scene.anna.studentId);
    const { id: invitationId } = await world.call<{ id: string }>(
      'hiring.invite',
      { id: candidateId, words: 'Приходите' },
      scene.hr,
    );
    const { id: offerId } = await world.call<{ id: string }>(
      'hiring.makeOffer',
      { candidateId, ...OFFER },
      scene.hr,
    );
    await world.call('registry.withdrawConsent', { id: consentId }, scene.anna.student);
    // nothing was delivered yet: the readings themselves stand on the consent
    expect(await shown()).toEqual([]);
    expect(await candidates()).toEqual([]);
    expect((await world.call<Rows<unknown>>('hiring.listOffers', {}, scene.hr)).rows).toEqual([]);
    await expect(
      world.call('hiring.invite', { id: candidateId, words: 'Ещё раз' }, scene.hr),
    ).rejects.toMatchObject({ rule: 'X-05' });
    await world.deliver();
    const { rows } = await sql<{ why: string; invitation: string; offer: string; tasks: number }>`select
        (select removed_why from hiring.candidate where id = ${candidateId}) as why,
        (select state from hiring.invitation where id = ${invitationId}) as invitation,
        (select state from hiring.offer where id = ${offerId}) as offer,
        (select count(*)::int from platform.task where subject_id in (${invitationId}, ${offerId}) and state = 'open') as tasks`.execute(
      world.db,
    );
    expect(rows[0]).toEqual({ why: 'withdrawn', invitation: 'cancelled', offer: 'cancelled', tasks: 0 });
    expect((await tiesOf(world, offerId))[0]?.ended).toBe(true);
    // given again, the person is seen, but the old place in the list is not
    await consentTo(world, scene.anna.student);
    expect(await shown()).toHaveLength(1);
    expect(await candidates()).toEqual([]);
  });

  test('leaves what stands on a placement', async () => {
    await place(scene);
    const { id } = await consentTo(world, scene.anna.student);
    await listed(world, scene.hr, scene.anna.studentId);
    await consentTo(world, scene.anna.student);
    await world.call(
      'registry.withdrawConsent',
      { id: (await consentTo(world, scene.anna.student)).id },
      scene.anna.student,
    );
    expect(id).toBeTruthy();
    await world.deliver();
    expect(await candidates()).toHaveLength(1);
  });

  test('an agreed offer stays: it is a contract now', async () => {
    const { id: consentId } = await consentTo(world, scene.anna.student);
    const offerId = await agreed(world, scene.hr, scene.anna);
    await world.call('registry.withdrawConsent', { id: consentId }, scene.anna.student);
    await world.deliver();
    const offers = await world.call<Rows<{ id: string; state: string }>>('hiring.listOffers', {}, scene.hr);
    expect(offers.rows.map((it) => [it.id, it.state])).toEqual([[offerId, 'accepted']]);
  });
});
