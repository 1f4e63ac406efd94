import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { type bodyRow, contract } from '../contract.ts';
import { rowColumns } from './row-columns.ts';
import { visible } from './visible.ts';

type Row = z.output<typeof bodyRow> & { total: number };

export const listBodies = useCase(contract.listBodies, {
  right: 'bodies.body.read',
  async run({ input, tx, actor, scope, today }) {
    const { rows } =
      await sql<Row>`select ${rowColumns(today)}, count(*) over ()::int as total from bodies.body b
      where ${visible(scope, actor)} and (${input.kind ?? null}::text is null or b.kind = ${input.kind ?? null})
      order by (b.closed_on is not null), b.name, b.id limit ${input.limit} offset ${input.offset}`.execute(
        tx,
      );
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ add: may('bodies.body.edit') }),
});
