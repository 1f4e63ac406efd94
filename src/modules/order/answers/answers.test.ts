import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { VARIANT_STATES } from '../contract.ts';
import { makeProposal } from '../testing/proposal.test.kit.ts';
import { ANSWER_STATES } from './answer-contract.ts';

let world: TestWorld;
let variantId = '';
/** Two colleges of the proposal, with their programmes. */
let mine = '';
let other = '';
let programmes: { id: string; seats: number }[] = [];

interface Answers {
  open: boolean;
  due: string | null;
  counts: Record<string, number>;
  rows: {
    id: string;
    collegeId: string;
    state: string;
    silent: boolean;
    late: boolean;
    objections: {
      id: string;
      seats: number;
      proposed: number;
      verdict: string | null;
      reply: string | null;
    }[];
  }[];
}
const college = (organisationId = mine, role = 'college_deputy') => world.as(role, { organisationId });
const ministry = () => world.as('min_edu_specialist');
const answers = (as = ministry()) => world.call<Answers>('order.listAnswers', { id: variantId }, as);
const answer = (objections: object[] = [], as = college()) =>
  world.call<{ id: string; state: string }>('order.answerProposal', { id: variantId, objections }, as);
const setState = (state: string) =>
  sql`update training_order.variant set state = ${state}, rev = 1 where id = ${variantId}`.execute(world.db);
const openTasks = async (kind: string) =>
  (
    await sql<{ role: string | null; organisation_id: string | null; due: string | null }>`
      select role, organisation_id, due from platform.task where kind = ${kind} and state = 'open'
      order by organisation_id, role`.execute(world.db)
  ).rows;
const propose = () => world.call('order.propose', { id: variantId, rev: 1 }, ministry());

beforeAll(async () => {
  world = await freshWorld();
  ({ variantId, mine, other, programmes } = await makeProposal(world));
});

describe('a proposal asks the colleges', () => {
  test('each with seats gets a task for its head and deputy, by a working day', async () => {
    const tasks = await openTasks('order.answer');
    expect(tasks.map(({ role, organisation_id }) => `${organisation_id} ${role}`).sort()).toEqual(
      [mine, other].flatMap((id) => [`${id} college_deputy`, `${id} college_head`]).sort(),
    );
    // ten working days after Monday 23 November
    expect(new Set(tasks.map(({ due }) => due))).toEqual(new Set(['2026-12-07']));
    expect((await answers()).counts).toMatchObject({ asked: 2, waiting: 2, silent: 0 });
  });

  test('a college reads its own answer only', async () => {
    const { rows } = await answers(college());
    expect(rows.map((row) => row.collegeId)).toEqual([mine]);
  });
});

describe('the answer of a college', () => {
  test('another number needs a reason, is another number, and of its own programme, once', async () => {
    const [first] = programmes;
    const reason = 'Нет второй мастерской';
    const refused = (objections: object[], as = college()) =>
      expect(answer(objections, as)).rejects.toMatchObject({
        fields: [{ path: expect.stringMatching(/^objections\./) }],
      });
    await refused([{ programmeId: first?.id, seats: first?.seats, reason }]);
    await refused([{ programmeId: first?.id, seats: 10, reason }], college(other));
    await refused([
      { programmeId: first?.id, seats: 10, reason },
      { programmeId: first?.id, seats: 12, reason },
    ]);
    await expect(answer([{ programmeId: first?.id, seats: 10, reason: 'нет' }])).rejects.toBeDefined();
    expect((await answers()).counts).toMatchObject({ waiting: 2 });
  });

  test('an objection reaches who prepares the order; the reply reaches the college and closes the task', async () => {
    const [first] = programmes;
    const { state } = await answer([{ programmeId: first?.id, seats: 10, reason: 'Нет второй мастерской' }]);
    expect(state).toBe('objected');
    expect(await openTasks('order.objection')).toHaveLength(1);
    const seen = await answers();
    expect(seen.counts).toMatchObject({ objected: 1, waiting: 1, unanswered: 1 });
    const objection = seen.rows[0]?.objections[0];
    expect(objection).toMatchObject({ proposed: 25, seats: 10, verdict: null });
    const reply = { id: objection?.id, verdict: 'declined', text: 'Мастерскую откроют к сентябрю' };
    await world.call('order.replyObjection', reply, ministry());
    expect((await answers(college())).rows[0]?.objections[0]).toMatchObject({
      verdict: 'declined',
      reply: 'Мастерскую откроют к сентябрю',
    });
    expect(await openTasks('order.objection')).toHaveLength(0);
  });

  test('may change while the proposal stands; after the day the silent one is seen, and a late answer is late', async () => {
    const again = [{ programmeId: programmes[0]?.id, seats: 12, reason: 'Нет второго мастера' }];
    expect((await answer(again)).state).toBe('objected');
    expect(await openTasks('order.objection')).toHaveLength(1);
    expect((await answer()).state).toBe('accepted');
    expect((await answers()).rows.find((row) => row.collegeId === mine)?.objections).toEqual([]);
    // nothing is left to reply to
    expect(await openTasks('order.objection')).toEqual([]);
    world.clock.set('2026-12-09T09:00:00Z');
    expect((await answers()).counts).toMatchObject({ accepted: 1, silent: 1, waiting: 0 });
    await answer([], college(other, 'college_head'));
    expect((await answers()).rows.find((row) => row.collegeId === other)).toMatchObject({
      state: 'accepted',
      late: true,
    });
    expect(await openTasks('order.answer')).toEqual([]);
    world.clock.set('2026-11-23T09:00:00Z');
  });

  test('a proposal sent back and put forward again asks anew; what was said before is kept', async () => {
    const { rev } = await world.call<{ rev: number }>('order.getVariant', { id: variantId }, ministry());
    const back = { id: variantId, rev, reason: 'Пересчитайте без второй смены' };
    await world.call('order.giveBack', back, world.as('min_edu_head'));
    await expect(answer()).rejects.toMatchObject({ key: 'order:error.notProposed' });
    await setState('calculated');
    await propose();
    expect((await answers()).counts).toMatchObject({ asked: 2, waiting: 2 });
    const kept = await sql<{ n: number }>`select count(*)::int as n from training_order.answer
      where variant_id = ${variantId} and round = 1 and state = 'accepted'`.execute(world.db);
    expect(kept.rows[0]?.n).toBe(2);
  });
});

describe('who may, in which state', () => {
  const ROLES = [
    'admin',
    'auditor',
    'region_gov_official',
    'min_edu_head',
    'min_edu_specialist',
    'min_econ_specialist',
    'institute_head',
    'college_head',
    'college_deputy',
    'college_teacher',
    'college_hr',
    'college_admission',
    'enterprise_head',
    'enterprise_hr',
    'municipality_specialist',
    'student',
    'visitor',
  ];
  const GIVES = ['college_head', 'college_deputy'];
  const REPLIES = ['min_edu_head', 'min_edu_specialist'];
  const READS = [
    ...GIVES,
    ...REPLIES,
    'admin',
    'auditor',
    'region_gov_official',
    'min_econ_specialist',
    'institute_head',
  ];
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { status?: number; key?: string }) =>
        error.status === 403 || error.status === 401 ? 'no' : (error.key ?? '?'),
    );

  test.each(VARIANT_STATES)('a variant that is %s', async (state) => {
    await setState('proposed');
    await answer([{ programmeId: programmes[0]?.id, seats: 10, reason: 'Нет второй мастерской' }]);
    const objection = (await answers()).rows[0]?.objections[0]?.id;
    await setState(state);
    const allowed = state === 'proposed' ? 'done' : 'order:error.notProposed';
    for (const role of ROLES) {
      const as = world.as(role, { organisationId: mine });
      expect([role, await outcome(answers(as))]).toEqual([role, READS.includes(role) ? 'done' : 'no']);
      const reply = { id: objection, verdict: 'taken', text: 'Учтём в следующем варианте' };
      expect([role, await outcome(world.call('order.replyObjection', reply, as))]).toEqual([
        role,
        REPLIES.includes(role) ? allowed : 'no',
      ]);
    }
    for (const role of ROLES)
      expect([role, await outcome(answer([], world.as(role, { organisationId: mine })))]).toEqual([
        role,
        GIVES.includes(role) ? allowed : 'no',
      ]);
  });

  test.each(ANSWER_STATES)('a college may answer when it has %s', async (state) => {
    await setState('proposed');
    await sql`update training_order.answer set state = ${state},
      answered_at = case when ${state} = 'waiting' then null else now() end where variant_id = ${variantId}`.execute(
      world.db,
    );
    expect((await answer()).state).toBe('accepted');
  });

  test('a college without seats in the proposal is not asked and does not answer', async () => {
    await expect(answer([], college(world.newId()))).rejects.toMatchObject({ status: 404 });
  });
});
