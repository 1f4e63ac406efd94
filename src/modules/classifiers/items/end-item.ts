import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** Codes are never erased: old papers keep them. From `on` the item is offered no more. */
export const endItem = useCase(contract.endItem, {
  right: 'classifiers.item.edit',
  async run({ input, tx, change, emit }) {
    const { list, code, on } = input;
    const { rows } = await sql<{ from: string | null }>`select lower(valid) as "from" from classifiers.item
      where list = ${list} and code = ${code} for update`.execute(tx);
    const { from } = found(rows[0]);
    if (from && on <= from)
      throw refuse(
        'classifiers:error.endsBeforeStart',
        { from },
        {
          fields: [{ path: 'on', key: 'classifiers:error.endsBeforeStart', params: { from } }],
        },
      );
    await sql`update classifiers.item set valid = daterange(lower(valid), ${on}::date)
      where list = ${list} and code = ${code}`.execute(tx);
    change({ subject: { kind: 'classifiers.item', id: `${list}/${code}` }, after: { endsOn: on } });
    emit('classifiers.item.ended', { list, code, on });
    return {};
  },
});
