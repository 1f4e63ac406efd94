import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { offerStates } from '../states.ts';
import { loadOffer } from './load-offer.ts';

export const withdrawOffer = useCase(contract.withdrawOffer, {
  right: 'practice.offer.edit',
  async run(args) {
    const { input, tx, actor, today } = args;
    const offer = await loadOffer(tx, input.id, true);
    if (offer.organisationId !== actor.organisationId) throw notFound();
    const { rows } = await sql<{
      taken: number;
    }>`select coalesce(max(taken), 0)::int as taken from practice.place_day
      where offer_id = ${offer.id} and day >= ${today}::date`.execute(tx);
    const taken = rows[0]?.taken ?? 0;
    if (taken > 0) throw refuse('practice:error.offerHasPlacements', { count: taken }, { status: 409 });
    await moveState(args, {
      machine: offerStates,
      table: 'practice.offer',
      id: offer.id,
      event: 'withdraw',
      reason: input.reason,
      subject: { organisationId: offer.organisationId },
    });
    return { id: offer.id };
  },
});
