import { sql } from 'kysely';
import type { z } from 'zod';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract, type note } from '../contract.ts';
import { type RunRow, runColumns } from './run-row.ts';

type Whole = RunRow & { notes: z.output<typeof note>[]; settings: Record<string, unknown>; seed: number };

export const getRun = useCase(contract.getRun, {
  right: 'forecast.run.read',
  async run({ input, tx }) {
    const { rows } = await sql<Whole>`select ${runColumns}, r.settings, r.seed, n.notes
      from forecast.run_v r join forecast.run n on n.id = r.id
      where (${input.id} = 'latest' and r.state = 'done') or r.id::text = ${input.id} order by r.version desc limit 1`.execute(
      tx,
    );
    return found(rows[0]);
  },
});
