import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { personNames } from './names.ts';
import { REQUEST_COLUMNS, type RequestRow } from './requests.ts';

export const listRequests = useCase(contract.listRequests, {
  right: 'retention.request.answer',
  async run({ input, tx, today }) {
    const { rows } = await sql<RequestRow & { personId: string; late: boolean; total: number }>`
      select ${REQUEST_COLUMNS}, person_id as "personId",
        decision is null and answer_by < ${today}::date as late, count(*) over () as total
      from platform.data_request where (decision is null) = ${input.open}
      order by answer_by, id limit ${input.limit} offset ${input.offset}`.execute(tx);
    const names = await personNames(tx, [...new Set(rows.map((row) => row.personId))]);
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map(({ total: _, ...row }) => ({ ...row, personName: names.get(row.personId) ?? null })),
    };
  },
  reads: () => ({ kind: 'retention.request', id: 'list' }),
});
