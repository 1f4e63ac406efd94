import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { resolveVariant } from '../variants/variant-row.ts';
import { inOrder, type SeatRow, seatColumns } from './seat-row.ts';

export const listSeats = useCase(contract.listSeats, {
  right: 'order.seat.read',
  async run({ input, tx, actor, scope }) {
    const variant = await resolveVariant(tx, input.id);
    const { rows } = await sql<SeatRow>`select ${seatColumns}
      from training_order.seat_line_v s join programmes.programme_v p on p.id = s.programme_id
      where s.variant_id = ${variant.id} and s.intake_year = ${input.year ?? variant.decisionYear}
        and (case when ${input.code ?? null}::text is null then ${inOrder} else p.code = ${input.code ?? null} end)
        and ${within(scope, actor, { organisation: 'p.organisation_id', municipality: 'p.municipality_id' })}
      order by p.code, p.college, p.base`.execute(tx);
    return { variantId: variant.id, rows };
  },
});
