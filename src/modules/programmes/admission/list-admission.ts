import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type seatLineRow } from '../contract.ts';

interface Before {
  code: string;
  name: string;
  seats: number;
  applied: number | null;
  enrolled: number | null;
}

export const listAdmission = useCase(contract.listAdmission, {
  right: 'programmes.admission.read',
  async run({ input, tx, actor, scope, today }) {
    const asked = input.organisationId ?? null;
    const seen = sql`${within(scope, actor, { organisation: 'p.organisation_id', municipality: 'p.municipality_id' })}
      and (${asked}::uuid is null or p.organisation_id = ${asked})`;
    const known = await sql<{
      year: number;
    }>`select distinct l.intake_year as year from programmes.seat_line l
      join programmes.programme_v p on p.id = l.programme_id where ${seen} order by 1 desc`.execute(tx);
    const years = known.rows.map((row) => row.year);
    const year = input.year ?? years[0] ?? Number(today.slice(0, 4));
    const { rows } = await sql<
      z.output<typeof seatLineRow>
    >`select l.id, l.programme_id as "programmeId", p.code, p.name,
        p.base, p.form, p.college, l.funding, l.seats, l.applied, l.enrolled, l.average_mark as "averageMark", l.rev,
        case when b.id is null then null else jsonb_build_object('seats', b.seats, 'applied', b.applied,
          'enrolled', b.enrolled, 'averageMark', b.average_mark) end as "lastYear"
      from programmes.seat_line l join programmes.programme_v p on p.id = l.programme_id
      left join programmes.seat_line b on b.programme_id = l.programme_id and b.funding = l.funding
        and b.intake_year = l.intake_year - 1
      where l.intake_year = ${year} and ${seen} order by p.code, p.base, p.form, l.funding, p.college, l.id`.execute(
      tx,
    );
    const before = await sql<Before>`select p.code, max(p.name) as name, sum(l.seats)::int as seats,
        sum(l.applied)::int as applied, sum(l.enrolled)::int as enrolled
      from programmes.seat_line l join programmes.programme_v p on p.id = l.programme_id
      where l.intake_year = ${year}::int - 1 and ${seen} group by p.code order by p.code`.execute(tx);
    return { year, years, rows, before: before.rows };
  },
  can: ({ may, actor }) => ({
    edit: may('programmes.admission.edit'),
    copy: may('programmes.admission.edit') && actor.organisationId !== null,
    import: may('programmes.import.make') && may('programmes.admission.edit'),
  }),
});
