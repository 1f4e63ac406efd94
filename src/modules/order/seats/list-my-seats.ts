import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { inOrder, type SeatRow, seatColumns } from './seat-row.ts';

interface Newest {
  id: string;
  version: number;
  decisionYear: number;
  state: 'approved' | 'proposed' | 'calculated';
}

export const listMySeats = useCase(contract.listMySeats, {
  right: 'order.seat.read',
  async run({ tx, actor }) {
    const newest =
      await sql<Newest>`select id, version, decision_year as "decisionYear", state from training_order.variant_v
      where state in ('approved', 'proposed') order by decision_year desc, (state = 'approved') desc, version desc limit 1`.execute(
        tx,
      );
    const variant = newest.rows[0] ?? null;
    if (!variant || !actor.organisationId) return { variant, rows: [] };
    const { rows } = await sql<SeatRow>`select ${seatColumns}
      from training_order.seat_line_v s join programmes.programme_v p on p.id = s.programme_id
      where s.variant_id = ${variant.id} and s.intake_year = ${variant.decisionYear} and p.organisation_id = ${actor.organisationId}
        and ${inOrder}
      order by p.code, p.base`.execute(tx);
    return { variant, rows };
  },
});
