import { sql } from 'kysely';
import { type MoveArgs, moveState, moveStates } from '../../../platform/states/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { offerStates, type RoundEvent, roundStates } from '../states.ts';
import { lockRound, type Round } from './round-row.ts';

/** Moves a round by one event of its table. */
export const stepRound = (
  args: MoveArgs,
  { id, organisationId }: Pick<Round, 'id' | 'organisationId'>,
  event: RoundEvent,
  reason: string | null = null,
) =>
  moveState(args, {
    machine: roundStates,
    table: 'practice.round',
    id,
    event,
    reason,
    subject: { organisationId },
  });

/** The places of a round may be taken by others again. */
export async function thawOffers(
  args: MoveArgs,
  roundId: string,
  offerId: string | null = null,
): Promise<void> {
  const { rows } = await sql<{
    id: string;
    organisationId: string;
  }>`select f.id, f.organisation_id as "organisationId"
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    where o.round_id = ${roundId} and f.state = 'frozen' and (${offerId}::uuid is null or f.id = ${offerId}::uuid)
    order by f.id`.execute(args.tx);
  await moveStates(args, {
    machine: offerStates,
    table: 'practice.offer',
    event: 'thaw',
    things: rows.map(({ id, organisationId }) => ({ id, subject: { organisationId } })),
  });
}

/** Begins the ranking, ends a round that is over, or calls one off before it was published. */
export const moveRound = useCase(contract.moveRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx } = args;
    const round = await lockRound(tx, input.id, args);
    if (input.event === 'cancel' && !input.reason)
      throw refuse(
        'practice:error.sayWhy',
        {},
        { fields: [{ path: 'reason', key: 'practice:error.sayWhy' }] },
      );
    const { to } = await stepRound(args, round, input.event, input.reason);
    if (input.event === 'cancel') await thawOffers(args, round.id);
    return { id: round.id, state: to };
  },
});
