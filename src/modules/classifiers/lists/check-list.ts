import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { noteListEvent } from './note-list-event.ts';

/** «Сверено с приказом»: the mark goes, who compared it and by what stays. */
export const checkList = useCase(contract.checkList, {
  right: 'classifiers.list.upload',
  async run(args) {
    const { input, tx, change } = args;
    const { rows } = await sql<{ code: string; to_check: string | null }>`select code, to_check
      from classifiers.list where code = ${input.list} for update`.execute(tx);
    const before = found(rows[0]);
    await sql`update classifiers.list set to_check = null where code = ${input.list}`.execute(tx);
    await noteListEvent(args, { list: input.list, kind: 'checked', note: input.how });
    change({
      subject: { kind: 'classifiers.list', id: input.list },
      before: { toCheck: before.to_check },
      after: { checkedBy: input.how },
    });
    return {};
  },
});
