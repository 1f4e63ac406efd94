import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { runJob } from '../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { expireOffersJob } from './offers/expire-offers.job.ts';
import { eraseOffers } from './personal/erase-offers.ts';
import { eraseRemoved } from './personal/erase-removed.ts';
import { mySelection, myWorkLife } from './personal/my-hiring.ts';
import {
  agreed,
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

beforeEach(async () => {
  world = await freshWorld();
  scene = await makeHiring(world);
});

const candidates = async (hr = scene.hr) =>
  (await world.call<Rows<{ id: string }>>('hiring.listCandidates', {}, hr)).rows;

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
    expect(await tiesOf(world, id)).toEqual([
      { kind: 'offered', from: scene.host, to: scene.anna.personId, ended: false },
    ]);
    await world.call('hiring.answerOffer', { id, answer: 'decline', why: 'Иду учиться' }, scene.anna.student);
    expect((await tiesOf(world, id))[0]?.ended).toBe(true);
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
    expect((await tiesOf(world, id))[0]?.ended).toBe(true);
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
