import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { thawOffers } from './move-round.ts';
import { lockRound } from './round-row.ts';

/**
 * A place leaves a round under way: its enterprise went away. It may then be withdrawn by the enterprise. A draw
 * that counted on it is to be done anew; after publication a repair moves those who stood there.
 */
export const dropPlace = useCase(contract.dropPlace, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, today } = args;
    const round = await lockRound(tx, input.id, args);
    if (['closed', 'cancelled', 'drawing', 'publishing'].includes(round.state))
      throw refuse(
        'practice:round.error.roundOver',
        { state: `practice:state.round.${round.state}` },
        { status: 409 },
      );
    const { rows } = await sql<{ left: boolean }>`select left_on is not null as left from practice.round_offer
      where round_id = ${round.id} and offer_id = ${input.offerId} for update`.execute(tx);
    if (found(rows[0]).left) throw refuse('practice:round.error.placeGone', {}, { status: 409 });
    await sql`update practice.round_offer set left_on = ${today}, left_why = ${input.reason}
      where round_id = ${round.id} and offer_id = ${input.offerId}`.execute(tx);
    await thawOffers(args, round.id, input.offerId);
    args.change({
      subject: { kind: 'practice.round', id: round.id, organisationId: round.organisationId },
      after: { offerId: input.offerId, left: input.reason },
    });
    return { id: round.id };
  },
});
