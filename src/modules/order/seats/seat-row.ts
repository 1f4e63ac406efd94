import { sql } from 'kysely';
import type { z } from 'zod';
import type { seatRow } from '../contract.ts';

export type SeatRow = z.output<typeof seatRow>;

/** Columns of a seat's row, from `training_order.seat_line_v s join programmes.programme_v p`. */
export const seatColumns = sql`s.id, p.id as "programmeId", p.code, p.name, p.base, p.form, p.organisation_id as "collegeId",
  p.college, (select m.name from registry.municipality_v m where m.id = p.municipality_id) as municipality,
  s.intake_year as "intakeYear", s.seats, s.calculated, s.groups, s.last_year as "lastYear", s.reason`;

/** A line of the order: it has seats, had them last year, or somebody decided on it. The rest only answers for its zero. */
export const inOrder = sql`(s.seats > 0 or s.last_year > 0 or s.reason is not null)`;
