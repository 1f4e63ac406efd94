import { sql } from 'kysely';
import { notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { RoundState } from '../states.ts';
import { faultsOfPlans, readPlans } from './open-round.ts';

/** A college sends its groups to a distribution of the region, while lists are not frozen. */
export const joinRound = useCase(contract.joinRound, {
  right: 'practice.plan.edit',
  async run({ input, tx, actor, now, change, emit }) {
    await sql`lock table practice.round in share row exclusive mode`.execute(tx);
    const { rows } = await sql<{ state: RoundState; freezesAt: string; title: string }>`select state, title,
        freezes_at as "freezesAt" from practice.round
      where id = ${input.id} and (organisation_id is null or organisation_id = ${actor.organisationId}) for update`.execute(
      tx,
    );
    const [round] = rows;
    if (!round) throw notFound();
    if ((round.state !== 'open' && round.state !== 'ranking') || round.freezesAt <= now)
      throw refuse(
        'practice:round.error.rankingOver',
        { freezesAt: round.freezesAt, state: `practice:state.round.${round.state}` },
        { status: 409 },
      );
    const plans = await readPlans(tx, input.planIds);
    if (
      plans.length < new Set(input.planIds).size ||
      plans.some((p) => p.organisationId !== actor.organisationId)
    )
      throw notFound();
    const fields = faultsOfPlans(input.planIds, plans);
    const [first] = fields;
    if (first) throw refuse(first.key, first.params, { fields, status: 409 });
    for (const { id } of plans)
      await sql`insert into practice.round_plan (round_id, plan_id) values (${input.id}, ${id})`.execute(tx);
    change({
      subject: { kind: 'practice.round', id: input.id, organisationId: actor.organisationId },
      after: { joined: plans.map(({ group }) => group) },
    });
    if (round.state === 'ranking') emit('practice.round.joined', { id: input.id });
    return { id: input.id, joined: plans.length };
  },
});
