import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { endTies } from '../../registry/index.ts';
import { ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';
import { offerStates } from '../states.ts';
import { answerOfferTask } from '../tasks.ts';
import { lockOffer } from './lock-offer.ts';

export const withdrawOffer = useCase(contract.withdrawOffer, {
  right: 'hiring.offer.edit',
  async run(args) {
    const { input, tx, actor, today, now } = args;
    const { id, why } = input;
    const offer = await lockOffer(
      tx,
      sql<boolean>`f.id = ${id} and f.organisation_id = ${ownEmployer(actor)}`,
    );
    await moveState(args, {
      machine: offerStates,
      table: 'hiring.offer',
      id,
      event: 'withdraw',
      reason: why,
      subject: { organisationId: offer.organisationId, personId: offer.personId },
    });
    await sql`update hiring.offer set answered_on = ${today}, why = ${why} where id = ${id}`.execute(tx);
    await endTies(tx, { kind: 'hiring.offer', id }, today);
    await closeTask(tx, answerOfferTask, { kind: 'hiring.offer', id }, { now, as: 'cancelled' });
    return { id };
  },
});
