import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const endRight = useCase(contract.endRight, {
  right: 'specialists.expert.edit',
  async run({ input: { id, lastDay, why }, tx, change, emit }) {
    const { rows } = await sql<{
      expertId: string;
      personId: string;
      inside: boolean;
    }>`select r.expert_id as "expertId",
        e.person_id as "personId", r.valid @> ${lastDay}::date as inside
      from specialists.expert_right r join specialists.expert e on e.id = r.expert_id where r.id = ${id} for update of r`.execute(
      tx,
    );
    const { expertId, personId, inside } = found(rows[0]);
    if (!inside)
      throw refuse(
        'specialists:error.outsideRight',
        {},
        { fields: [{ path: 'lastDay', key: 'specialists:error.outsideRight' }] },
      );
    await sql`update specialists.expert_right set valid = daterange(lower(valid), ${lastDay}::date, '[]'), ended_why = ${why}
      where id = ${id}`.execute(tx);
    change({
      subject: { kind: 'specialists.expert', id: expertId, personId },
      after: { right: id, lastDay, why },
    });
    emit('specialists.expert.changed', { id: expertId, personId });
    return { id };
  },
});
