import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { renewTask } from '../tasks.ts';
import { putRights } from './put-rights.ts';

export const grantRight = useCase(contract.grantRight, {
  right: 'specialists.expert.edit',
  async run({ input, tx, actor, now, newId, change, emit }) {
    const { id, ...fields } = input;
    const { rows } = await sql<{ personId: string }>`select person_id as "personId" from specialists.expert
      where id = ${id} for update`.execute(tx);
    const { personId } = found(rows[0]);
    const added = await putRights(tx, { ...fields, expertId: id, newId });
    await closeTask(tx, renewTask, { kind: 'specialists.expert', id }, { now, doneBy: actor.personId });
    change({ subject: { kind: 'specialists.expert', id, personId }, after: fields });
    emit('specialists.expert.changed', { id, personId });
    return { id, added };
  },
});
