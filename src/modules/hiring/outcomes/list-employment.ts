import { sql } from 'kysely';
import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Row = DataOf<typeof contract.listEmployment>['rows'][number] & { from: number; to: number };

/**
 * Criterion Q1 of a bid for seats: of the graduates of the last years whose answer is known, how many work in their
 * field. Each graduate counts once, with the latest answer; who has not answered yet is counted beside, not against.
 */
export const listEmployment = useCase(contract.listEmployment, {
  right: 'hiring.outcome.read',
  async run({ tx, actor, scope, today }) {
    const weight = await settingOn<number>(tx, 'hiring.q1Weight', today);
    const years = await settingOn<number>(tx, 'hiring.q1Years', today);
    const { rows } = await sql<Omit<Row, 'share' | 'points'>>`
      with latest as (
        select distinct on (x.student_id) x.student_id, x.organisation_id, x.programme_code, x.graduation_year, x.what, x.in_field
        from hiring.outcome x where x.graduation_year > extract(year from ${today}::date)::int - ${years}::int
          and (${scope === 'all'}::boolean or x.organisation_id = ${actor.organisationId})
        order by x.student_id, x.what is null, x.months desc)
      select l.organisation_id as "organisationId", o.short_name as college, l.programme_code as "programmeCode",
        coalesce(i.name, l.programme_code) as programme, count(*)::int as graduates, count(l.what)::int as known,
        count(*) filter (where w.works)::int as employed, count(*) filter (where w.works and l.in_field)::int as "inField",
        min(min(l.graduation_year)) over () as "from", max(max(l.graduation_year)) over () as "to"
      from latest l join registry.organisation_v o on o.id = l.organisation_id
      left join classifiers.item_v i on i.list = 'spo' and i.code = l.programme_code
      cross join lateral (select l.what in ('employed', 'entrepreneur', 'self_employed') as works) w
      group by l.organisation_id, o.short_name, o.sort_key, l.programme_code, i.name
      order by o.sort_key, l.organisation_id, l.programme_code`.execute(tx);
    const [first] = rows;
    return {
      years: first ? { from: first.from, to: first.to } : null,
      weight,
      rows: rows.map(({ from: _from, to: _to, ...row }) => {
        const share = row.known === 0 ? null : row.inField / row.known;
        return { ...row, share, points: share === null ? null : Math.round(share * weight * 10) / 10 };
      }),
    };
  },
});
