import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { onServer } from '../../../testing/database.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { makeProposal, type Proposal } from '../testing/proposal.test.kit.ts';

// one session is all an embedded database has: nothing can come at the same moment there
describe.skipIf(!onServer)('answers at the same moment (PostgreSQL of TEST_DATABASE_URL)', () => {
  let world: TestWorld;
  let proposal: Proposal;
  beforeAll(async () => {
    world = await freshWorld();
    proposal = await makeProposal(world);
  }, 120_000);

  const answer = (objections: object[] = [], role = 'college_deputy') =>
    world.call<{ state: string }>(
      'order.answerProposal',
      { id: proposal.variantId, objections },
      world.as(role, { organisationId: proposal.mine }),
    );
  const objecting = () => [
    { programmeId: proposal.programmes[0]?.id, seats: 10, reason: 'Нет второй мастерской' },
  ];
  /** Until so many sessions stand before a lock; who takes none never comes here. */
  const waiting = (n: number) =>
    expect
      .poll(
        async () =>
          (
            await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
          ).rows[0]?.n,
        { timeout: 60_000 },
      )
      .toBe(n);
  const state = async () =>
    (
      await sql<{ state: string; objections: number; tasks: number }>`select a.state,
          (select count(*)::int from training_order.objection b where b.answer_id = a.id) as objections,
          (select count(*)::int from platform.task t where t.kind = 'order.objection' and t.state = 'open') as tasks
        from training_order.answer a where a.variant_id = ${proposal.variantId} and a.college_id = ${proposal.mine}`.execute(
        world.db,
      )
    ).rows;

  test('the head accepts while the deputy objects: the later answer stands whole', async () => {
    const both = await world.db.transaction().execute(async (tx) => {
      await sql`select 1 from training_order.variant where id = ${proposal.variantId} for update`.execute(tx);
      const started = [answer(objecting()), answer([], 'college_head')];
      await waiting(2);
      return started;
    });
    await Promise.all(both);
    const [left] = await state();
    // never the word of one with the numbers of the other, nor a task about what was taken back
    expect([
      { state: 'accepted', objections: 0, tasks: 0 },
      { state: 'objected', objections: 1, tasks: 1 },
    ]).toContainEqual(left);
  }, 120_000);

  test('a proposal that closes first takes neither an answer nor a reply any more', async () => {
    await answer(objecting());
    const { rows } = await sql<{ id: string }>`select b.id from training_order.objection b
      join training_order.answer a on a.id = b.answer_id where a.variant_id = ${proposal.variantId}`.execute(
      world.db,
    );
    const late = await world.db.transaction().execute(async (tx) => {
      await sql`update training_order.variant set state = 'approved', rev = rev + 1
        where id = ${proposal.variantId}`.execute(tx);
      const reply = { id: rows[0]?.id, verdict: 'declined', text: 'Мастерскую откроют к сентябрю' };
      const started = Promise.allSettled([
        answer(),
        world.call('order.replyObjection', reply, world.as('min_edu_specialist')),
      ]);
      await waiting(2);
      return { started };
    });
    const said = await late.started;
    expect(said.map((one) => (one.status === 'rejected' ? one.reason.key : 'done'))).toEqual([
      'order:error.notProposed',
      'order:error.notProposed',
    ]);
    expect(await state()).toMatchObject([{ state: 'objected', objections: 1 }]);
  }, 120_000);
});
