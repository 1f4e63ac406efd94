import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { ruleOn } from '../../platform/rules/index.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { ROLES } from '../registry/index.ts';
import { assignTrainee, endTutoring } from './index.ts';
import ru from './messages.ru.ts';
import { rights } from './rights.ts';
import { basisRule, clearanceUntil, consentRule, noticeRule } from './rules/mentor-rules.ts';
import { makeMentor, makePlant, ORDER } from './testing/plant.ts';

let world: TestWorld;
let plant: Awaited<ReturnType<typeof makePlant>>;
let mentor: Awaited<ReturnType<typeof makeMentor>>;
let trainees: string[];

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  plant = await makePlant(world);
  mentor = await makeMentor(world, plant);
  trainees = [];
  for (const name of ['Первый', 'Второй', 'Третий', 'Четвёртый']) {
    const id = world.newId();
    await sql`insert into registry.person (id, surname, given_name, sort_key) values (${id}, ${name}, 'Иван', ${name})`.execute(
      world.db,
    );
    trainees.push(id);
  }
});

const teach = (personId: string, more: object = {}) =>
  inTransaction(world.db, (tx) =>
    assignTrainee(tx, {
      appointmentId: mentor.appointmentId,
      hostId: plant.organisationId,
      from: '2026-12-07',
      to: '2027-01-30',
      employed: false,
      people: 1,
      trainee: { personId },
      source: { kind: 'practice.placement', id: world.newId() },
      newId: world.newId,
      ...more,
    }),
  );
const appoint = (more: object) =>
  world.call(
    'specialists.appointMentor',
    { mentorId: mentor.mentorId, ...ORDER, from: '2027-09-01', to: '2028-08-31', ...more },
    plant.hr,
  );

describe('an order on a mentor', () => {
  test.each([
    ['no written consent', { consentOn: null }, 'MN-01'],
    ['consent after the order', { consentOn: '2026-09-02' }, 'MN-01.late'],
    [
      'article 351.8 without a term',
      { legalBasis: 'employment', to: null, payForm: 'monthly', payValue: 500_000 },
      'MN-02.term',
    ],
    ['article 351.8 without pay', { legalBasis: 'employment' }, 'MN-02.pay'],
    ['pay without a size', { payForm: 'monthly' }, 'MN-02.value'],
    [
      'helping is the job and is paid twice',
      { legalBasis: 'duty', payForm: 'monthly', payValue: 100 },
      'MN-04',
    ],
    ['above the region’s limit', { capacity: 4 }, 'MN-07.order'],
  ])('is refused: %s', async (_, more, key) => {
    await expect(appoint(more)).rejects.toMatchObject({
      key: `specialists:rule.${key}`,
      rule: key.split('.')[0],
    });
  });

  test('with consent and terms is written; two orders on the same days are not', async () => {
    await appoint({ legalBasis: 'employment', payForm: 'monthly', payValue: 500_000 });
    await expect(appoint({})).rejects.toMatchObject({ key: 'specialists:error.orderOverlaps', status: 409 });
  });

  test('MN-06: a worker without a certificate cannot be appointed, and the certificate is kept as a note alone', async () => {
    const { id } = await world.call<{ id: string }>(
      'specialists.saveMentor',
      { person: { surname: 'Русских', givenName: 'Тамара' }, post: 'Наладчик' },
      plant.hr,
    );
    await expect(
      world.call('specialists.appointMentor', { mentorId: id, ...ORDER }, plant.hr),
    ).rejects.toMatchObject({ rule: 'MN-06' });
    await expect(
      world.call('specialists.noteClearance', { id, number: '1', on: '2026-11-24' }, plant.hr),
    ).rejects.toMatchObject({ key: 'specialists:error.notYet' });
  });

  test('MN-07, X-12: the region changes the limit by a dated setting, and the order is judged by its own day', async () => {
    await sql`insert into platform.setting (id, key, value, valid, source, trust, role, at)
      values (${world.newId()}, 'specialists.traineesPerMentor', '5', '[2027-01-01,)', 'приказ', 'A', 'admin', now())`.execute(
      world.db,
    );
    await expect(appoint({ capacity: 5 })).rejects.toMatchObject({ rule: 'MN-07' });
    await appoint({ capacity: 5, orderOn: '2027-01-15' });
    await sql`delete from platform.setting`.execute(world.db);
  });
});

describe('a mentor and trainees', () => {
  test('X-01: the tie of the registry is written in the same transaction, and undone with it', async () => {
    const id = await teach(trainees[0] ?? '');
    const ties = () =>
      sql<{ kind: string; to_person_id: string; from: string; to: string }>`select kind, to_person_id,
        lower(valid) as "from", upper(valid) as "to" from registry.tie
        where source_kind = 'specialists.tutoring' and source_id = ${id}`.execute(world.db);
    expect((await ties()).rows).toEqual([
      { kind: 'mentors', to_person_id: trainees[0], from: '2026-12-07', to: '2027-01-31' },
    ]);
    const before = await sql<{ n: number }>`select count(*)::int as n from registry.tie`.execute(world.db);
    await expect(
      inTransaction(world.db, async (tx) => {
        await assignTrainee(tx, {
          appointmentId: mentor.appointmentId,
          hostId: plant.organisationId,
          from: '2026-12-07',
          to: '2027-01-30',
          employed: false,
          people: 1,
          trainee: { personId: trainees[1] ?? '' },
          source: { kind: 'practice.placement', id: world.newId() },
          newId: world.newId,
        });
        throw new Error('the caller fails afterwards');
      }),
    ).rejects.toThrow('afterwards');
    const after = await sql<{ n: number }>`select count(*)::int as n from registry.tie`.execute(world.db);
    expect(after.rows).toEqual(before.rows);
  });

  test('MN-07: the fourth at once is refused, and fits when the days of another have ended', async () => {
    await teach(trainees[0] ?? '');
    await teach(trainees[1] ?? '', { from: '2026-12-14' });
    await teach(trainees[2] ?? '', { from: '2027-01-11', to: '2027-02-20' });
    await expect(teach(trainees[3] ?? '')).rejects.toMatchObject({
      key: 'specialists:rule.MN-07',
      params: { trainees: 4 },
    });
    await teach(trainees[3] ?? '', { from: '2027-01-31', to: '2027-03-01' });
  });

  test('a cohort counts by its size', async () => {
    const cohortId = world.newId();
    await sql`insert into registry.cohort (id, kind, name, organisation_id) values (${cohortId}, 'study_group', 'СВ-24', null)`.execute(
      world.db,
    );
    await expect(teach('', { trainee: { cohortId }, people: 4 })).rejects.toMatchObject({ rule: 'MN-07' });
    const id = await teach('', { trainee: { cohortId }, people: 3 });
    const { rows } =
      await sql`select 1 from registry.tie where source_id = ${id} and to_cohort_id = ${cohortId}`.execute(
        world.db,
      );
    expect(rows).toHaveLength(1);
  });

  test.each([
    ['of another plant', { hostId: '00000000-0000-7000-8000-000000000001' }, 'MN-08.host'],
    ['before the order', { from: '2026-08-31' }, 'MN-08.before'],
    ['after the order', { to: '2027-09-01' }, 'MN-08.after'],
  ])('is refused: a mentor %s', async (_, more, key) => {
    await expect(teach(trainees[0] ?? '', more)).rejects.toMatchObject({ key: `specialists:rule.${key}` });
  });

  test('MN-05: article 351.8 is for workers: a student without a labour contract needs another basis', () => {
    expect(basisRule.check({ legalBasis: 'employment', employed: false }, {}, '2026-12-07')).toMatchObject({
      is: 'refused',
    });
    expect(basisRule.check({ legalBasis: 'employment', employed: true }, {}, '2026-12-07')).toMatchObject({
      is: 'ok',
    });
    expect(basisRule.check({ legalBasis: 'practice', employed: false }, {}, '2026-12-07')).toMatchObject({
      is: 'ok',
    });
  });

  test('what a source gave ends with it, tie and all', async () => {
    const source = { kind: 'practice.placement', id: world.newId() };
    const id = await teach(trainees[0] ?? '', { source });
    await inTransaction(world.db, (tx) => endTutoring(tx, source, '2026-12-20', 'перевод'));
    const { rows } = await sql<{
      to: string;
    }>`select upper(valid) as "to" from registry.tie where source_id = ${id}`.execute(world.db);
    expect(rows).toEqual([{ to: '2026-12-20' }]);
  });
});

describe('notice', () => {
  const stop = (lastDay: string, as = plant.hr) =>
    world.call<{ trainees: number }>(
      'specialists.giveNotice',
      { id: mentor.appointmentId, lastDay, reason: 'уход' },
      as,
    );

  test('MN-03, M-10: two working days are refused, three are enough; ties end, the other rooms are told', async () => {
    // 23 November 2026 is a Monday
    await expect(stop('2026-11-25')).rejects.toMatchObject({
      rule: 'MN-03',
      params: { workingDays: 2, least: 3 },
    });
    const running = await teach(trainees[0] ?? '', { from: '2026-11-16', to: '2026-12-20' });
    expect(await stop('2026-11-26')).toMatchObject({ trainees: 1 });
    const { rows } = await sql<{
      to: string;
    }>`select upper(valid) as "to" from registry.tie where source_id = ${running}`.execute(world.db);
    expect(rows).toEqual([{ to: '2026-11-27' }]);
    const events = await sql<{
      payload: { sources: unknown[] };
    }>`select payload from platform.event where name = 'specialists.mentor.stops' order by id desc limit 1`.execute(
      world.db,
    );
    expect(events.rows[0]?.payload.sources).toHaveLength(1);
    await expect(stop('2026-12-30')).rejects.toMatchObject({ key: 'specialists:error.noticeGiven' });
  });

  test('X-11: days off are not counted: the New Year holidays make a week of one day', async () => {
    world.clock.set('2026-12-30T09:00:00Z');
    await expect(stop('2027-01-10')).rejects.toMatchObject({ rule: 'MN-03' });
    await stop('2027-01-14');
  });

  test('the mentor may stop as well, and only the own order', async () => {
    const { rows } = await sql<{
      person_id: string;
    }>`select person_id from specialists.mentor where id = ${mentor.mentorId}`.execute(world.db);
    const self = world.as('mentor', {
      organisationId: plant.organisationId,
      personId: rows[0]?.person_id ?? '',
    });
    const other = await makeMentor(world, plant, 'Русских');
    await expect(
      world.call(
        'specialists.giveNotice',
        { id: other.appointmentId, lastDay: '2026-12-30', reason: 'нет' },
        self,
      ),
    ).rejects.toMatchObject({ status: 404 });
    await stop('2026-12-01', self);
    const card = await world.call<{ appointments: { noticeBy: string }[] }>(
      'specialists.getMentor',
      { id: mentor.mentorId },
      self,
    );
    expect(card.appointments[0]?.noticeBy).toBe('mentor');
  });
});

describe('the register', () => {
  test('shows load and state, and who has room on given days', async () => {
    await teach(trainees[0] ?? '', { from: '2026-11-20', to: '2026-12-20' });
    const list = (more: object = {}) =>
      world.call<{ rows: { name: string; trainees: number; state: string }[] }>(
        'specialists.listMentors',
        more,
        plant.hr,
      );
    expect((await list()).rows).toMatchObject([{ name: 'Ожегов Пётр', trainees: 1, state: 'ready' }]);
    await teach(trainees[1] ?? '');
    await teach(trainees[2] ?? '');
    expect((await list({ from: '2026-12-07', to: '2026-12-20' })).rows).toHaveLength(0);
    expect((await list({ from: '2027-02-01', to: '2027-02-20' })).rows).toHaveLength(1);
  });

  test('another plant sees nobody; an office sees how many, not whom', async () => {
    await teach(trainees[0] ?? '');
    const strange = await makePlant(world, 'Завод «Кедровка» (демо)');
    expect(await world.call('specialists.listMentors', {}, strange.hr)).toMatchObject({ total: 0 });
    await expect(
      world.call('specialists.getMentor', { id: mentor.mentorId }, strange.hr),
    ).rejects.toMatchObject({ status: 404 });
    const centre = await world.call<{ tutoring: { trainee: string | null }[] }>(
      'specialists.getMentor',
      { id: mentor.mentorId },
      world.as('placement_centre_coordinator'),
    );
    expect(centre.tutoring).toMatchObject([{ trainee: null, people: 1 }]);
  });

  test('only own workers are offered and entered', async () => {
    await expect(
      world.call('specialists.saveMentor', { person: { id: trainees[0] }, post: 'Мастер' }, plant.hr),
    ).rejects.toMatchObject({ key: 'specialists:error.notWorker' });
    expect(await world.call('specialists.listWorkers', {}, plant.hr)).toEqual({ rows: [] });
  });
});

test('every role may what the table says, and nothing else', async () => {
  const attempts: Record<string, [string, object]> = {
    'specialists.mentor.read': ['specialists.listMentors', {}],
    'specialists.mentor.edit': ['specialists.listWorkers', {}],
    'specialists.mentor.appoint': ['specialists.appointMentor', { mentorId: mentor.mentorId, ...ORDER }],
    'specialists.mentor.notice': [
      'specialists.giveNotice',
      { id: mentor.appointmentId, lastDay: '2026-11-24', reason: 'проверка' },
    ],
  };
  for (const role of [...Object.keys(ROLES), 'visitor'])
    for (const [permission, [name, input]] of Object.entries(attempts)) {
      const allowed = role in (rights as Record<string, object>)[permission]!;
      const answer = world.call(name, input, world.as(role, { organisationId: plant.organisationId })).then(
        () => 'did',
        (error: { status?: number; key?: string }) => error.key ?? 'failed',
      );
      const denied = ['use-case:error.noRight', 'use-case:error.signIn'].includes(await answer);
      expect([role, permission, !denied]).toEqual([role, permission, allowed]);
    }
});

test('every rule has its title and its words', () => {
  const titles = ru.ruleTitle as Record<string, string>;
  for (const id of Object.keys(ru.rule)) expect(titles[id.split('.')[0] ?? '']).toBeTruthy();
  expect(ruleOn(consentRule.rule, '2026-11-23')).toBe(consentRule);
  expect(noticeRule.settingKeys).toEqual(['specialists.noticeWorkingDays']);
  expect(clearanceUntil('2026-01-31', 12)).toBe('2027-01-31');
});
