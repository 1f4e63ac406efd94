import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Row = DataOf<typeof contract.listHires>['rows'][number];

/** The employer sees its own people, the college its graduates; offices see that somebody came, not who. */
export const listHires = useCase(contract.listHires, {
  right: 'hiring.hire.read',
  async run({ tx, actor, scope }) {
    const all = scope === 'all';
    const { rows } =
      await sql<Row>`select h.id, case when ${all}::boolean then null else p.full_name end as name,
        o.short_name as organisation, g.college, g.code as "programmeCode", g.name as programme, h.post,
        h.started_on as "startedOn", h.ended_on as "endedOn"
      from hiring.hire h join registry.person_v p on p.id = h.person_id join registry.organisation_v o on o.id = h.organisation_id
      join programmes.student_v s on s.id = h.student_id join programmes.programme_v g on g.id = s.programme_id
      where ${all}::boolean or ((h.organisation_id = ${actor.organisationId} or s.organisation_id = ${actor.organisationId})
        and ${actor.verified}::boolean)
      order by h.started_on desc, h.id limit 2000`.execute(tx);
    return { rows, total: rows.length };
  },
});
