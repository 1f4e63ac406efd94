import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Out = DataOf<typeof contract.listOutcomes>;
type Row = Out['rows'][number];

/** The college by name; offices how many of each answer, by college and speciality. */
export const listOutcomes = useCase(contract.listOutcomes, {
  right: 'hiring.outcome.read',
  async run({ input, tx, actor, scope }) {
    const all = scope === 'all';
    const own = all ? sql<boolean>`true` : sql<boolean>`x.organisation_id = ${actor.organisationId}`;
    const years = await sql<{
      year: number;
    }>`select distinct x.graduation_year as year from hiring.outcome x where ${own}
      order by 1 desc`.execute(tx);
    const year = input.year ?? years.rows[0]?.year ?? null;
    const rows = all ? await counted(tx, year) : await named(tx, year, actor.organisationId);
    return { rows, total: rows.length, years: years.rows.map((it) => it.year) };
  },
  can: ({ may }) => ({ edit: may('hiring.outcome.edit') }),
  reads: () => ({ kind: 'hiring.outcome', id: 'list' }),
});

const named = async (tx: Tx, year: number | null, college: string | null): Promise<Row[]> =>
  (
    await sql<Row>`select s.id as "studentId", p.full_name as name, o.short_name as college, x.programme_code as "programmeCode",
      x.graduation_year as "graduationYear", 1 as people,
      jsonb_agg(jsonb_build_object('id', x.id, 'months', x.months, 'dueOn', x.due_on, 'what', x.what, 'inField', x.in_field,
        'how', x.how, 'people', 1) order by x.months) as answers
    from hiring.outcome x join programmes.student_v s on s.id = x.student_id join registry.person_v p on p.id = x.person_id
    join registry.organisation_v o on o.id = x.organisation_id
    where x.organisation_id = ${college} and x.graduation_year = ${year}
    group by s.id, p.full_name, p.sort_key, o.short_name, x.programme_code, x.graduation_year
    order by x.programme_code, p.sort_key`.execute(tx)
  ).rows;

const counted = async (tx: Tx, year: number | null): Promise<Row[]> =>
  (
    await sql<Row>`with c as (
      select organisation_id, programme_code, graduation_year, months, what, count(*)::int as people from hiring.outcome
      where graduation_year = ${year} group by 1, 2, 3, 4, 5)
    select null as "studentId", null as name, o.short_name as college, c.programme_code as "programmeCode",
      c.graduation_year as "graduationYear",
      (select count(distinct x.student_id)::int from hiring.outcome x where x.organisation_id = c.organisation_id
        and x.programme_code = c.programme_code and x.graduation_year = c.graduation_year) as people,
      jsonb_agg(jsonb_build_object('id', null, 'months', c.months, 'dueOn', null, 'what', c.what, 'inField', null, 'how', null,
        'people', c.people) order by c.months, c.what) as answers
    from c join registry.organisation_v o on o.id = c.organisation_id
    group by c.organisation_id, o.short_name, o.sort_key, c.programme_code, c.graduation_year
    order by o.sort_key, c.programme_code`.execute(tx)
  ).rows;
