import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { invitationStates } from '../states.ts';
import { answerInvitationTask } from '../tasks.ts';

export const answerInvitation = useCase(contract.answerInvitation, {
  right: 'hiring.own.answer',
  async run(args) {
    const { input, tx, actor, today, now } = args;
    const { id, answer } = input;
    const { rows } = await sql<{
      organisationId: string;
    }>`select organisation_id as "organisationId" from hiring.invitation
      where id = ${id} and person_id = ${actor.personId}`.execute(tx);
    const { organisationId } = found(rows[0]);
    await moveState(args, {
      machine: invitationStates,
      table: 'hiring.invitation',
      id,
      event: answer,
      subject: { organisationId, personId: actor.personId },
    });
    await sql`update hiring.invitation set answered_on = ${today} where id = ${id}`.execute(tx);
    await closeTask(
      tx,
      answerInvitationTask,
      { kind: 'hiring.invitation', id },
      { now, doneBy: actor.personId },
    );
    return { id };
  },
});
