import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const endEdge = useCase(contract.endEdge, {
  right: 'classifiers.edge.edit',
  async run({ input, tx, change, emit }) {
    const { rows } = await sql<{ from: string | null; fromList: string; fromCode: string; toList: string }>`
      select lower(valid) as "from", from_list as "fromList", from_code as "fromCode", to_list as "toList"
      from classifiers.edge where id = ${input.id} for update`.execute(tx);
    const { from, ...ends } = found(rows[0]);
    if (from && input.on <= from)
      throw refuse(
        'classifiers:error.endsBeforeStart',
        { from },
        {
          fields: [{ path: 'on', key: 'classifiers:error.endsBeforeStart', params: { from } }],
        },
      );
    await sql`update classifiers.edge set valid = daterange(lower(valid), ${input.on}::date) where id = ${input.id}`.execute(
      tx,
    );
    change({ subject: { kind: 'classifiers.edge', id: input.id }, after: { endsOn: input.on } });
    emit('classifiers.edge.ended', { id: input.id, ...ends });
    return { id: input.id };
  },
});
