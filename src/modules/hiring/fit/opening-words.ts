import { sql } from 'kysely';

/** Rows `w` of need lines and vacancies by the text id of an opening, with the words of the screen. */
export const openingWords = sql`(
  select 'line:' || l.id as opening, l.organisation_id, coalesce(i.name, l.occupation) as title, l.municipality as place, l.count as people,
    l.year, null::bigint as pay, l.access_class
  from needs.line_v l left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation where l.state <> 'withdrawn'
  union all
  select 'vacancy:' || v.id, v.organisation_id, v.title, m.name, v.work_places, null, v.salary_min, 'open'
  from needs.vacancy_v v left join registry.municipality_v m on m.id = v.municipality_id
  where v.closed_on is null and v.duplicate_of is null and v.organisation_id is not null) w`;

export const computedAt = sql<{
  at: string;
}>`select computed_at as at from hiring.match_run order by computed_at desc limit 1`;
