import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const succeedOrganisation = useCase(contract.succeedOrganisation, {
  right: 'registry.organisation.merge',
  async run({ input, tx, change, emit }) {
    // locks in order of id, so that two opposite successions cannot wait for each other
    await sql`select id from registry.organisation where id in (${input.id}, ${input.successorId}) order by id for update`.execute(
      tx,
    );
    const { rows } = await sql<{ cyclic: boolean }>`
      with recursive later as (
        select id, successor_id from registry.organisation where id = ${input.successorId}
        union
        select o.id, o.successor_id from registry.organisation o join later l on o.id = l.successor_id
      ) select bool_or(id = ${input.id}) as cyclic from later`.execute(tx);
    if (rows[0]?.cyclic)
      throw refuse(
        'registry:error.cyclicSuccession',
        {},
        { fields: [{ path: 'successorId', key: 'registry:error.cyclicSuccession' }] },
      );
    const done = await sql<{ id: string }>`update registry.organisation
      set successor_id = ${input.successorId}, closed_on = ${input.on}, rev = rev + 1
      where id = ${input.id} returning id`.execute(tx);
    const { id } = found(done.rows[0]);
    change({
      subject: { kind: 'registry.organisation', id, organisationId: id },
      after: { successorId: input.successorId, closedOn: input.on },
    });
    emit('registry.organisation.succeeded', { id, successorId: input.successorId });
    return { id };
  },
});
