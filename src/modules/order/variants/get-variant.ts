import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type StoredRow, toVariant, variantColumns } from './variant-row.ts';

interface Sentence {
  id: string;
  params: Record<string, string | number>;
}

type Whole = StoredRow & {
  problem: { because: Sentence[]; advice: Sentence[] } | null;
  decisions: { programmeId: string; seats: number; reason: string }[];
  preparedById: string | null;
};

export const getVariant = useCase(contract.getVariant, {
  right: 'order.variant.read',
  async run({ input, tx }) {
    const { rows } = await sql<Whole>`select ${variantColumns}, v.decisions, v.prepared_by as "preparedById",
        (select o.problem from training_order.variant o where o.id = v.id) as problem
      from training_order.variant_v v
      where (${input.id} = 'latest' and v.state in ('approved', 'proposed', 'calculated')) or v.id::text = ${input.id}
      order by (v.state = 'approved') desc, v.decision_year desc, (v.state = 'proposed') desc, v.version desc limit 1`.execute(
      tx,
    );
    return toVariant(found(rows[0]));
  },
  can: ({ data, actor, may }) => ({
    start: may('order.variant.start'),
    propose: may('order.variant.propose') && data.state === 'calculated',
    // whoever prepared it does not approve it; the answer says so before the button is pressed
    approve:
      may('order.variant.approve') &&
      data.state === 'proposed' &&
      (data as { preparedById?: string | null }).preparedById !== actor.personId,
  }),
});
