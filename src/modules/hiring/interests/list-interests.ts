import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { shownTo } from '../consent/shown.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  organisation: string;
  programmeCode: string;
  programme: string | null;
  people: number | null;
  since: string;
  shown: number;
  graduates: number;
  sessions: number;
}

export const listInterests = useCase(contract.listInterests, {
  right: 'hiring.interest.read',
  async run({ tx, actor, scope, today }) {
    const year = Number(today.slice(0, 4)) + (today.slice(5) > '08-31' ? 1 : 0);
    const { rows } = await sql<Row>`with shown as materialized (select * from ${shownTo(actor)})
      select i.id, o.short_name as organisation, i.programme_code as "programmeCode",
        (select min(g.name) from programmes.programme_v g where g.code = i.programme_code) as programme,
        i.people, i.since,
        (select count(*)::int from shown h join programmes.student_v s on s.id = h.student_id
          join programmes.programme_v g on g.id = s.programme_id where g.code = i.programme_code) as shown,
        (select count(*)::int from programmes.student_v s join programmes.programme_v g on g.id = s.programme_id
          where g.code = i.programme_code and s.status = 'studying' and s.graduation_year = ${year}) as graduates,
        (select count(*)::int from exams.session_v x where x.programme_code = i.programme_code and x.day >= ${today}
          and x.state not in ('planned', 'cancelled', 'annulled')) as sessions
      from hiring.interest i join registry.organisation_v o on o.id = i.organisation_id
      where i.ended_on is null and ${within(scope, actor, { organisation: 'i.organisation_id' })}
      order by o.sort_key, i.programme_code`.execute(tx);
    const programmes = await sql<{
      code: string;
      name: string;
    }>`select code, min(name) as name from programmes.programme_v
      where closed_on is null or closed_on > ${today} group by code order by code`.execute(tx);
    return { rows, programmes: programmes.rows };
  },
  can: ({ may }) => ({ edit: may('hiring.interest.edit') }),
});
