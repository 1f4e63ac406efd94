import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { shownTo } from '../consent/shown.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';
import { computedAt, openingWords } from './opening-words.ts';

type Row = DataOf<typeof contract.listOpenings>['rows'][number];

export const listOpenings = useCase(contract.listOpenings, {
  right: 'hiring.candidate.read',
  async run({ tx, actor, today }) {
    const year = Number(today.slice(0, 4));
    const { rows } = await sql<Row>`with shown as materialized (select * from ${shownTo(actor)})
      select w.opening, w.title, w.place, w.people, w.year,
        (select count(*)::int from hiring.match m join shown on shown.person_id = m.person_id
          where m.opening = w.opening and m.whom = 'opening') as fitting,
        coalesce((select jsonb_agg(jsonb_build_object('programmeCode', r.programme_code, 'competence', r.competence,
            'essential', r.essential) order by r.programme_code, r.competence)
          from hiring.requirement r where 'line:' || r.need_line_id = w.opening or 'vacancy:' || r.vacancy_id = w.opening), '[]') as requirements
      from ${openingWords} where w.organisation_id = ${actor.organisationId}
        and (w.year is null or w.year in (${year}, ${year + 1})) and w.people > 0
      order by fitting desc, w.year nulls last, w.title, w.opening limit 300`.execute(tx);
    const at = await computedAt.execute(tx);
    return { computedAt: at.rows[0]?.at ?? null, rows };
  },
  can: ({ may }) => ({ compute: may('hiring.fit.run'), edit: may('hiring.candidate.edit') }),
});
