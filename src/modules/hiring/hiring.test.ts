import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { saveEvents } from '../../platform/outbox/index.ts';
import { runJob } from '../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { DAYS, OFFER as PLACES, PLAN } from '../practice/testing/scene.test.kit.ts';
import { expireOffersJob } from './offers/expire-offers.job.ts';
import { eraseOffers } from './personal/erase-offers.ts';
import { eraseRemoved } from './personal/erase-removed.ts';
import { mySelection, myWorkLife } from './personal/my-hiring.ts';
import { agreed, CODE, consentTo, type Hiring, listed, makeHiring, OFFER } from './testing/scene.test.kit.ts';

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
const tiesOf = async (id: string) =>
  (
    await sql<{
      kind: string;
      from: string | null;
      to: string;
      ended: boolean;
    }>`select kind, organisation_id as "from",
      to_person_id as "to", not upper_inf(valid) as ended from registry.tie where source_id = ${id}`.execute(
      world.db,
    )
  ).rows;

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
    expect((await tiesOf(offerId))[0]?.ended).toBe(true);
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

describe('an offer of work', () => {
  beforeEach(async () => {
    await consentTo(world, scene.anna.student);
  });

  test('writes the tie of CI-6 in the same transaction; a refusal ends it', async () => {
    const candidateId = await listed(world, scene.hr, scene.anna.studentId);
    await expect(
      world.call('hiring.makeOffer', { candidateId, ...OFFER, needLineId: world.newId() }, scene.hr),
    ).rejects.toMatchObject({ status: 404 });
    const before = await sql<{
      n: number;
    }>`select count(*)::int as n from registry.tie where kind = 'offered'`.execute(world.db);
    expect(before.rows[0]?.n).toBe(0);
    const { id } = await world.call<{ id: string }>('hiring.makeOffer', { candidateId, ...OFFER }, scene.hr);
    expect(await tiesOf(id)).toEqual([
      { kind: 'offered', from: scene.host, to: scene.anna.personId, ended: false },
    ]);
    await world.call('hiring.answerOffer', { id, answer: 'decline', why: 'Иду учиться' }, scene.anna.student);
    expect((await tiesOf(id))[0]?.ended).toBe(true);
  });

  test.each([
    ['an answer asked for yesterday', { answerUntil: '2026-11-22' }, 'hiring:rule.HI-02.past'],
    ['an answer after the first day', { startsOn: '2026-12-01' }, 'hiring:rule.HI-02.afterStart'],
  ])('is refused: %s', async (_, more, key) => {
    const candidateId = await listed(world, scene.hr, scene.anna.studentId);
    await expect(
      world.call('hiring.makeOffer', { candidateId, ...OFFER, ...more }, scene.hr),
    ).rejects.toMatchObject({ key });
  });

  test('before the age of a contract is refused with the day from which it may be', async () => {
    await sql`update registry.person set birth_date = '2012-01-10' where id = ${scene.minor.personId}`.execute(
      world.db,
    );
    await consentTo(world, scene.minor.student);
    await sql`update registry.consent set given_how = 'paper' where person_id = ${scene.minor.personId}`.execute(
      world.db,
    );
    const candidateId = await listed(world, scene.hr, scene.minor.studentId);
    await expect(world.call('hiring.makeOffer', { candidateId, ...OFFER }, scene.hr)).rejects.toMatchObject({
      rule: 'HI-01',
      params: { least: 16, from: '2028-01-10' },
    });
  });

  test('two at once from one employer cannot be; another employer may offer too', async () => {
    const candidateId = await listed(world, scene.hr, scene.anna.studentId);
    await world.call('hiring.makeOffer', { candidateId, ...OFFER }, scene.hr);
    await expect(world.call('hiring.makeOffer', { candidateId, ...OFFER }, scene.hr)).rejects.toMatchObject({
      status: 409,
    });
    const theirs = await listed(world, scene.otherHr, scene.anna.studentId);
    await world.call('hiring.makeOffer', { candidateId: theirs, ...OFFER }, scene.otherHr);
    const mine = await world.call<{ offers: unknown[] }>('hiring.myWork', {}, scene.anna.student);
    expect(mine.offers).toHaveLength(2);
  });

  test('not answered in time is over in the night, and cannot be accepted late', async () => {
    const candidateId = await listed(world, scene.hr, scene.anna.studentId);
    const { id } = await world.call<{ id: string }>('hiring.makeOffer', { candidateId, ...OFFER }, scene.hr);
    world.clock.set('2026-12-21T09:00:00Z');
    await expect(
      world.call('hiring.answerOffer', { id, answer: 'accept' }, scene.anna.student),
    ).rejects.toMatchObject({
      key: 'hiring:error.answerLate',
    });
    expect(await runJob(world, expireOffersJob, {})).toMatchObject({ expired: 1 });
    expect((await tiesOf(id))[0]?.ended).toBe(true);
  });

  test('another’s offer is nobody else’s: neither answered, nor withdrawn, nor started', async () => {
    const id = await agreed(world, scene.hr, scene.anna);
    await expect(
      world.call('hiring.answerOffer', { id, answer: 'decline' }, scene.minor.student),
    ).rejects.toMatchObject({ status: 404 });
    await expect(world.call('hiring.withdrawOffer', { id, why: 'нет' }, scene.otherHr)).rejects.toMatchObject(
      { status: 404 },
    );
    await expect(
      world.call('hiring.noteStart', { id, came: true, on: '2026-11-23' }, scene.otherHr),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('accepted and come: a hire, a tie of work, and the way back to the need line by ids', async () => {
    const lineId = world.newId();
    await sql`insert into needs.line (id, organisation_id, municipality_id, occupation, year, kind, count, confidence, source, stated_on)
      values (${lineId}, ${scene.host}, ${scene.place}, '7212.01', 2026, 'new', 4, 'high', 'тест', '2026-04-01')`.execute(
      world.db,
    );
    const id = await agreed(world, scene.hr, scene.anna, { needLineId: lineId });
    await expect(
      world.call('hiring.noteStart', { id, came: true, on: '2026-11-24' }, scene.hr),
    ).rejects.toMatchObject({
      key: 'hiring:error.notYet',
    });
    const { hireId } = await world.call<{ hireId: string }>(
      'hiring.noteStart',
      { id, came: true, on: '2026-11-23', orderNumber: '88-к' },
      scene.hr,
    );
    const ties = await sql<{
      kind: string;
      person: string;
      organisation: string;
    }>`select kind, person_id as person,
        to_organisation_id as organisation from registry.tie where source_id = ${hireId}`.execute(world.db);
    expect(ties.rows).toEqual([{ kind: 'works_for', person: scene.anna.personId, organisation: scene.host }]);
    expect(await candidates()).toEqual([]);
    const path = await world.call<{ nodes: { kind: string; id: string | null; title: string | null }[] }>(
      'hiring.getPath',
      { from: 'hire', id: hireId },
      scene.hr,
    );
    const at = (kind: string) => path.nodes.find((it) => it.kind === kind);
    expect(at('need')).toMatchObject({ id: lineId, people: 4 });
    expect(at('student')).toMatchObject({ id: scene.anna.studentId, title: 'Берёзкина Пётр Ильич' });
    expect(at('offer')?.id).toBe(id);
    expect(at('hire')?.id).toBe(hireId);
    const office = await world.call<typeof path & { hidden: number }>(
      'hiring.getPath',
      { from: 'hire', id: hireId },
      world.as('min_edu_specialist'),
    );
    expect(office.nodes.find((it) => it.kind === 'student')).toMatchObject({
      id: scene.anna.studentId,
      title: null,
    });
    expect(office.hidden).toBe(1);
    await expect(
      world.call('hiring.getPath', { from: 'hire', id: hireId }, scene.otherHr),
    ).rejects.toMatchObject({ status: 404 });
    const forward = await world.call<{ hires: { id: string }[] }>(
      'hiring.getPath',
      { from: 'need', id: lineId },
      scene.hr,
    );
    expect(forward.hires.map((it) => it.id)).toEqual([hireId]);
  });
});

describe('what is held and for how long', () => {
  test('«Мои данные» shows lists, offers and work; what came to nothing goes by its term, hires stay', async () => {
    const { id: consentId } = await consentTo(world, scene.anna.student);
    const hired = await agreed(world, scene.hr, scene.anna);
    await world.call('hiring.noteStart', { id: hired, came: true, on: '2026-11-23' }, scene.hr);
    const theirs = await listed(world, scene.otherHr, scene.anna.studentId);
    const { id: declined } = await world.call<{ id: string }>(
      'hiring.makeOffer',
      { candidateId: theirs, ...OFFER },
      scene.otherHr,
    );
    await world.call('hiring.answerOffer', { id: declined, answer: 'decline' }, scene.anna.student);
    const held = await mySelection.collect(world.db, scene.anna.personId);
    expect(held.map((it) => it.fields[0]?.value).sort()).toEqual(
      ['candidate', 'offer', 'offer'].map((it) => `hiring:personal.kind.${it}`),
    );
    expect(await myWorkLife.collect(world.db, scene.anna.personId)).toHaveLength(1);
    await world.call('registry.withdrawConsent', { id: consentId }, scene.anna.student);
    await world.deliver();
    const args = {
      today: '2030-01-01',
      before: '2029-01-01',
      now: '2030-01-01T00:00:00Z',
      newId: world.newId,
    };
    await inTransaction(world.db, async (tx) => {
      await eraseOffers.run(tx, args);
      await eraseRemoved.run(tx, args);
    });
    const left = await sql<{ offers: string[]; candidates: number; hires: number }>`select
        (select array_agg(id::text) from hiring.offer) as offers, (select count(*)::int from hiring.hire) as hires,
        (select count(*)::int from hiring.candidate where removed_why = 'withdrawn') as candidates`.execute(
      world.db,
    );
    expect(left.rows[0]).toEqual({ offers: [hired], hires: 1, candidates: 0 });
  });
});
