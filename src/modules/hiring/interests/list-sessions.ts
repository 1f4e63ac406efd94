import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { shownTo } from '../consent/shown.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Row = DataOf<typeof contract.listSessions>['rows'][number];

/** Exams ahead, and those of the last half-year, of the specialities the employer follows. */
export const listSessions = useCase(contract.listSessions, {
  right: 'hiring.candidate.read',
  async run({ tx, actor, today }) {
    const { rows } = await sql<Row>`with shown as materialized (select * from ${shownTo(actor)})
      select x.id, x.code, x.programme_code as "programmeCode", x.programme_name as programme, o.short_name as college,
        x.centre, x.day, x.examinees,
        (select count(*)::int from exams.examinee_v e join shown h on h.student_id = e.student_id
          where e.session_id = x.id) as shown
      from exams.session_v x join registry.organisation_v o on o.id = x.organisation_id
      where x.state not in ('planned', 'cancelled', 'annulled') and x.day > ${today}::date - 183
        and x.programme_code in (select programme_code from hiring.interest
          where organisation_id = ${actor.organisationId} and ended_on is null)
      order by x.day < ${today}, abs(x.day - ${today}::date), x.code limit 500`.execute(tx);
    return { rows, total: rows.length };
  },
});
