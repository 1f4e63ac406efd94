import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type StoredRow, toVariant, variantColumns } from './variant-row.ts';

export const listVariants = useCase(contract.listVariants, {
  right: 'order.variant.read',
  async run({ input, tx }) {
    const { rows } = await sql<
      StoredRow & { total: number }
    >`select ${variantColumns}, count(*) over ()::int as total
      from training_order.variant_v v where (${input.year ?? null}::int is null or v.decision_year = ${input.year ?? null})
      order by v.decision_year desc, v.version desc limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => toVariant(row)), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ start: may('order.variant.start') }),
});
