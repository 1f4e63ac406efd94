import { sql } from 'kysely';
import type { z } from 'zod';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract, type decidedSeats } from '../contract.ts';
import { type StoredRow, toVariant, variantColumns } from './variant-row.ts';

interface Sentence {
  id: string;
  params: Record<string, string | number>;
}

type Whole = StoredRow & {
  problem: { because: Sentence[]; advice: Sentence[] } | null;
  decisions: z.output<typeof decidedSeats>[];
  preparedById: string | null;
  base: { id: string; version: number; title: string; summary: NonNullable<StoredRow['summary']> } | null;
  returned: { reason: string; by: string | null; at: string } | null;
};

export const getVariant = useCase(contract.getVariant, {
  right: 'order.variant.read',
  async run({ input, tx }) {
    const { rows } = await sql<Whole>`select ${variantColumns}, v.prepared_by as "preparedById",
        (select coalesce(jsonb_agg(d.one || jsonb_build_object('code', p.code, 'name', p.name, 'college', p.college, 'calculated', s.calculated)
            order by p.code, p.college), '[]') from jsonb_array_elements(v.decisions) d (one)
          join programmes.programme_v p on p.id::text = d.one ->> 'programmeId'
          left join training_order.seat_line s on s.variant_id = v.id and s.programme_id = p.id and s.intake_year = v.decision_year) as decisions,
        o.problem, (select jsonb_build_object('id', b.id, 'version', b.version, 'title', b.title, 'summary', b.summary)
          from training_order.variant_v b where b.id = v.based_on and b.summary is not null) as base,
        case when o.returned is not null then jsonb_build_object('reason', o.returned ->> 'reason', 'at', o.returned ->> 'at',
          'by', (select p.short_name from registry.person_v p where p.id::text = o.returned ->> 'by')) end as returned
      from training_order.variant_v v join training_order.variant o on o.id = v.id
      where (${input.id} = 'latest' and v.state in ('approved', 'proposed', 'calculated')) or v.id::text = ${input.id}
      order by (v.state = 'approved') desc, v.decision_year desc, (v.state = 'proposed') desc, v.version desc limit 1`.execute(
      tx,
    );
    return toVariant(found(rows[0]));
  },
  can: ({ data, actor, may }) => ({
    start: may('order.variant.start'),
    propose: may('order.variant.propose') && data.state === 'calculated',
    giveBack: may('order.variant.approve') && data.state === 'proposed',
    // whoever prepared it does not approve it; the answer says so before the button is pressed
    approve:
      may('order.variant.approve') &&
      data.state === 'proposed' &&
      (data as { preparedById?: string | null }).preparedById !== actor.personId,
  }),
});
