import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kindsOf, visible } from './import-access.ts';
import { type ImportRow, importColumns } from './import-row.ts';

export const listImports = useCase(contract.listImports, {
  right: 'needs.import.make',
  async run({ input, tx, actor, scope, may }) {
    const { rows } = await sql<
      ImportRow & { total: number }
    >`select ${importColumns}, count(*) over ()::int as total
      from needs.import i left join registry.person_v p on p.id = i.made_by where ${visible(scope, actor, may)}
      order by i.made_at desc, i.id desc limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => Object.fromEntries(kindsOf(may).map((kind) => [kind, true])),
});
