import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const dropAbsence = useCase(contract.dropAbsence, {
  right: 'specialists.ownExpert.write',
  async run({ input, tx, actor, change, emit, may }) {
    const others = may('specialists.expert.edit');
    const { rows } = await sql<{
      expertId: string;
      personId: string;
    }>`delete from specialists.expert_absence a
      using specialists.expert e where a.id = ${input.id} and e.id = a.expert_id
        and (${others}::boolean or e.person_id = ${actor.personId})
      returning e.id as "expertId", e.person_id as "personId"`.execute(tx);
    const { expertId, personId } = found(rows[0]);
    change({ subject: { kind: 'specialists.expert', id: expertId, personId }, after: { dropped: input.id } });
    emit('specialists.expert.changed', { id: expertId, personId });
    return { id: input.id };
  },
});
