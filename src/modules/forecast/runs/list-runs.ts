import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type RunRow, runColumns } from './run-row.ts';

export const listRuns = useCase(contract.listRuns, {
  right: 'forecast.run.read',
  async run({ input, tx }) {
    const { rows } = await sql<
      RunRow & { total: number }
    >`select ${runColumns}, count(*) over ()::int as total
      from forecast.run_v r order by r.version desc limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ start: may('forecast.run.start') }),
});
