import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type FieldFault, found, notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { RoundState } from '../states.ts';
import { crossingLimits } from './crossing-limits.ts';
import { faultsOfPlans, readPlans } from './open-round.ts';
import type { Cap, Quota } from './schemas.ts';

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
    if (fields.length === 0) fields.push(...(await crossingAfter(tx, input.id, input.planIds)));
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

/** A share that holds for the colleges that are here may cross others once one more comes. */
async function crossingAfter(tx: Tx, roundId: string, planIds: readonly string[]): Promise<FieldFault[]> {
  const { rows } = await sql<{
    quotas: Quota[];
    caps: Cap[];
    plans: string[];
    offers: string[];
  }>`select r.quotas, r.caps,
      (select array_agg(plan_id::text) from practice.round_plan where round_id = r.id) as plans,
      (select array_agg(offer_id::text) from practice.round_offer where round_id = r.id and left_on is null) as offers
    from practice.round r where r.id = ${roundId}`.execute(tx);
  const { quotas, caps, plans, offers } = found(rows[0]);
  const crossing = await crossingLimits(tx, {
    planIds: [...plans, ...planIds],
    offerIds: offers,
    quotas,
    caps,
  });
  return crossing.map(() => ({ path: 'planIds.0', key: 'practice:round.error.quotasCrossJoin' }));
}
