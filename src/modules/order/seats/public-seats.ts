import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/sort-key.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  code: string;
  name: string;
  college: string;
  municipality: string | null;
  lat: number | null;
  lon: number | null;
  base: number;
  form: string;
  months: number;
  seats: number;
}

/** The approved order; before there is one, the seats of the last intake, and the answer says which. */
export const publicSeats = useCase(contract.publicSeats, {
  right: 'order.public.read',
  async run({ input, tx }) {
    const approved = await sql<{
      id: string;
      year: number;
    }>`select id, decision_year as year from training_order.variant_v
      where state = 'approved' order by decision_year desc limit 1`.execute(tx);
    const variant = approved.rows[0] ?? null;
    const last = await sql<{
      year: number | null;
    }>`select max(intake_year)::int as year from programmes.seat_line_v where funding <> 'paid'`.execute(tx);
    const year = variant?.year ?? last.rows[0]?.year ?? null;
    const seats = variant
      ? sql`select programme_id, seats from training_order.seat_line_v where variant_id = ${variant.id} and intake_year = ${year}`
      : sql`select programme_id, sum(seats)::int as seats from programmes.seat_line_v where intake_year = ${year} and funding <> 'paid' group by programme_id`;
    const search = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const { rows } = await sql<Row>`
      select p.code, p.name, p.college, m.name as municipality, o.lat, o.lon, p.base, p.form, p.months, s.seats
      from (${seats}) s join programmes.programme_v p on p.id = s.programme_id
      join registry.organisation_v o on o.id = p.organisation_id left join registry.municipality_v m on m.id = p.municipality_id
      left join classifiers.item_v i on i.list = 'spo' and i.code = p.code
      where s.seats > 0 and (${input.code ?? null}::text is null or p.code = ${input.code ?? null})
        and (${search}::text is null or coalesce(i.sort_key, lower(p.name)) like ${search} or p.code like ${search} or o.sort_key like ${search})
      order by p.name, p.college`.execute(tx);
    return {
      year,
      state: variant ? ('approved' as const) : null,
      total: rows.reduce((sum, row) => sum + row.seats, 0),
      colleges: new Set(rows.map((row) => row.college)).size,
      rows,
    };
  },
});
