import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Row = DataOf<typeof contract.listPool>['rows'][number];

/** The external talent pool of the placement centre: only graduates whose consent to it stands today. */
export const listPool = useCase(contract.listPool, {
  right: 'hiring.pool.read',
  async run({ input, tx, today }) {
    const { programmeCode = null } = input;
    const { rows } =
      await sql<Row>`select s.person_id as "personId", s.id as "studentId", p.full_name as name, g.college,
        g.code as "programmeCode", g.name as programme, s.graduation_year as "graduationYear", c.given_on as "consentOn",
        case when exists (select 1 from hiring.hire h where h.person_id = s.person_id and (h.ended_on is null or h.ended_on > ${today}))
          then true
          else (select x.what in ('employed', 'entrepreneur', 'self_employed') from hiring.outcome x
            where x.student_id = s.id and x.what is not null order by x.months desc limit 1) end as working,
        (select count(*)::int from hiring.invitation i where i.person_id = s.person_id) as invitations,
        (select count(*)::int from hiring.offer f where f.person_id = s.person_id) as offers
      from hiring.consented_v c join programmes.student_v s on s.person_id = c.person_id and s.status = 'graduated'
      join programmes.programme_v g on g.id = s.programme_id join registry.person_v p on p.id = s.person_id
      where c.purpose = 'talent-pool' and (${programmeCode}::text is null or g.code = ${programmeCode})
      order by s.graduation_year desc, g.code, p.sort_key limit 2000`.execute(tx);
    return { rows, total: rows.length };
  },
  reads: () => ({ kind: 'hiring.pool', id: 'list' }),
});
