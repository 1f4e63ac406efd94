import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { appealStates } from '../states.ts';
import { appealTask } from '../tasks.ts';

export const withdrawAppeal = useCase(contract.withdrawAppeal, {
  right: 'exams.own.write',
  async run(args) {
    const { input, tx, actor, now, today } = args;
    const { rows } = await sql<{
      organisationId: string;
    }>`select e.organisation_id as "organisationId" from exams.appeal a
      join exams.examinee e on e.id = a.examinee_id where a.id = ${input.id} and e.person_id = ${actor.personId}`.execute(
      tx,
    );
    const subject = { organisationId: found(rows[0]).organisationId, personId: actor.personId };
    await moveState(args, {
      machine: appealStates,
      table: 'exams.appeal',
      id: input.id,
      event: 'withdraw',
      subject,
    });
    await sql`update exams.appeal set decided_on = ${today} where id = ${input.id}`.execute(tx);
    await closeTask(tx, appealTask, { kind: 'exams.appeal', id: input.id }, { now, as: 'cancelled' });
    return { id: input.id };
  },
});
