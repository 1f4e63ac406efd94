import { sql } from 'kysely';
import { queueMail } from '../../../platform/mail/index.ts';
import { beginState } from '../../../platform/states/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { addressOf, ownCandidate } from '../candidates/own-candidate.ts';
import { contract } from '../contract.ts';
import { invitationStates } from '../states.ts';
import { answerInvitationTask, invitationMail } from '../tasks.ts';

/** Words go to the person through the portal and the mail: the employer sees no contacts. */
export const invite = useCase(contract.invite, {
  right: 'hiring.candidate.edit',
  async run(args) {
    const { input, tx, actor, today, now, newId, change, locale } = args;
    const {
      id: candidateId,
      personId,
      organisationId,
      organisation,
    } = await ownCandidate(tx, { id: input.id, actor, today });
    const { words, meetOn = null, place } = input;
    if (meetOn && meetOn < today)
      throw refuse('hiring:error.past', {}, { fields: [{ path: 'meetOn', key: 'hiring:error.past' }] });
    const open =
      await sql`select 1 from hiring.invitation where candidate_id = ${candidateId} and state = 'sent'`.execute(
        tx,
      );
    if (open.rows.length > 0) throw refuse('hiring:error.invitedAlready', {}, { status: 409 });
    const id = newId();
    const state = await beginState(args, invitationStates, id);
    await sql`insert into hiring.invitation (id, candidate_id, organisation_id, person_id, words, meet_on, place, state, made_on)
      values (${id}, ${candidateId}, ${organisationId}, ${personId}, ${words}, ${meetOn}, ${place}, ${state}, ${today})`.execute(
      tx,
    );
    await openTask(tx, answerInvitationTask, {
      subject: { kind: 'hiring.invitation', id },
      for: { personId },
      due: meetOn,
      params: { organisation },
      now,
      newId,
    });
    const to = await addressOf(tx, personId);
    if (to)
      await queueMail(tx, invitationMail, {
        to,
        params: { organisation, words },
        locale,
        personId,
        now,
        newId,
      });
    change({
      subject: { kind: 'hiring.invitation', id, organisationId, personId },
      after: { meetOn, place },
    });
    return { id };
  },
});
