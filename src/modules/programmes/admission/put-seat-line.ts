import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface SeatLine {
  programmeId: string;
  intakeYear: number;
  funding: 'quota' | 'target' | 'paid';
  seats: number;
  applied?: number | null;
  enrolled?: number | null;
  /** Hundredths of a mark. */
  averageMark?: number | null;
  /** The line of the training order the seats come from. */
  orderLineId?: string | null;
  newId(): string;
}

/**
 * Writes the seats of a programme, year and funding: one line each. What is not given stays as it is, so an order
 * may change the seats without touching the admission.
 */
export async function putSeatLine(tx: Tx, l: SeatLine): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into programmes.seat_line as s
      (id, programme_id, intake_year, funding, seats, applied, enrolled, average_mark, order_line_id)
    values (${l.newId()}, ${l.programmeId}, ${l.intakeYear}, ${l.funding}, ${l.seats}, ${l.applied ?? null},
      ${l.enrolled ?? null}, ${l.averageMark ?? null}, ${l.orderLineId ?? null})
    on conflict (programme_id, intake_year, funding) do update set seats = excluded.seats, rev = s.rev + 1,
      applied = coalesce(excluded.applied, s.applied), enrolled = coalesce(excluded.enrolled, s.enrolled),
      average_mark = coalesce(excluded.average_mark, s.average_mark),
      order_line_id = coalesce(excluded.order_line_id, s.order_line_id)
    returning id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('an insert that updates on conflict gives its row');
  return row.id;
}
