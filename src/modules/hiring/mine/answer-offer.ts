import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { endTies } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { lockOffer } from '../offers/lock-offer.ts';
import { offerStates } from '../states.ts';
import { answerOfferTask, noteStartTask } from '../tasks.ts';

/** A refusal ends the tie; an agreement keeps it, and asks the employer later whether the person came. */
export const answerOffer = useCase(contract.answerOffer, {
  right: 'hiring.own.answer',
  async run(args) {
    const { input, tx, actor, today, now, newId } = args;
    const { id, answer, why } = input;
    const offer = await lockOffer(tx, sql<boolean>`f.id = ${id} and f.person_id = ${actor.personId}`);
    if (offer.state === 'made' && offer.answerUntil < today)
      throw refuse('hiring:error.answerLate', { until: offer.answerUntil }, { status: 409 });
    await moveState(args, {
      machine: offerStates,
      table: 'hiring.offer',
      id,
      event: answer,
      reason: why,
      subject: { organisationId: offer.organisationId, personId: actor.personId },
      payload: { organisationId: offer.organisationId, personId: offer.personId },
    });
    await sql`update hiring.offer set answered_on = ${today}, why = ${why} where id = ${id}`.execute(tx);
    await closeTask(tx, answerOfferTask, { kind: 'hiring.offer', id }, { now, doneBy: actor.personId });
    if (answer === 'decline') await endTies(tx, { kind: 'hiring.offer', id }, today);
    else
      await openTask(tx, noteStartTask, {
        subject: { kind: 'hiring.offer', id },
        for: { role: 'enterprise_hr', organisationId: offer.organisationId },
        due: offer.startsOn,
        params: { post: offer.post },
        now,
        newId,
      });
    return { id };
  },
});
