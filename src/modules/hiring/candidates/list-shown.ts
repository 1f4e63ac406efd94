import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type ShownRow, shownColumns, shownFrom } from './shown-columns.ts';

export const listShown = useCase(contract.listShown, {
  right: 'hiring.candidate.read',
  async run({ input, tx, actor }) {
    const { programmeCode = null, sessionId = null } = input;
    const words = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const { rows } = await sql<ShownRow>`select ${shownColumns(actor)} from ${shownFrom(actor)}
      where (${programmeCode}::text is null or g.code = ${programmeCode})
        and (${words}::text is null or p.sort_key like ${words})
        and (${sessionId}::uuid is null or exists (select 1 from exams.examinee_v e
          where e.session_id = ${sessionId} and e.student_id = shown.student_id))
      order by s.graduation_year, g.code, p.sort_key limit 1000`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('hiring.candidate.edit') }),
  reads: () => ({ kind: 'hiring.shown', id: 'list' }),
});
