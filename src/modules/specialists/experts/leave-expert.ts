import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { endTies } from '../../registry/index.ts';
import { contract } from '../contract.ts';

export const leaveExpert = useCase(contract.leaveExpert, {
  right: 'specialists.expert.edit',
  async run({ input: { id, on }, tx, change, emit }) {
    const { rows } = await sql<{
      personId: string;
    }>`update specialists.expert set left_on = ${on}, rev = rev + 1
      where id = ${id} returning person_id as "personId"`.execute(tx);
    const { personId } = found(rows[0]);
    await endTies(tx, { kind: 'specialists.expert', id }, on);
    change({ subject: { kind: 'specialists.expert', id, personId }, after: { leftOn: on } });
    emit('specialists.expert.changed', { id, personId });
    return { id };
  },
});
