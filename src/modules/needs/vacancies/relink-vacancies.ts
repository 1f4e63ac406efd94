import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type ComparedCard, linkDuplicates } from '../import/vacancies/find-duplicates.ts';
import type { VacancyRule } from '../rules/vacancy-rule.ts';

interface Card extends ComparedCard {
  before: string | null;
}

/** Looks for repeats over all open cards, whatever file brought them, and marks them anew. Gives how many marks changed. */
export async function relinkVacancies(tx: Tx, rule: VacancyRule): Promise<number> {
  const { rows } = await sql<Card>`select row_number() over (order by opened_on nulls last, id)::int as row,
      id::text as "externalId", title, employer, organisation_id::text as enterprise, inn, raw ->> 'profession' as profession,
      raw ->> 'region' as region, raw ->> 'location' as location, municipality_id::text as municipality,
      (raw ->> 'lat')::float8 as lat, (raw ->> 'lon')::float8 as lon, opened_on as "openedOn",
      salary_min as "salaryMin", salary_max as "salaryMax", null as "duplicateOf", duplicate_of::text as before
    from needs.vacancy where closed_on is null order by 1`.execute(tx);
  // one enterprise is one employer, whichever of its numbers a card names
  linkDuplicates(
    rows.map((it) => Object.assign(it, { inn: it.enterprise ?? it.inn })),
    rule,
  );
  const marks = rows
    .filter((it) => it.duplicateOf !== it.before)
    .map((it) => ({ id: it.externalId, duplicate: it.duplicateOf }));
  if (marks.length > 0)
    await sql`update needs.vacancy v set duplicate_of = m.duplicate
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(id uuid, duplicate uuid) where m.id = v.id`.execute(
      tx,
    );
  return marks.length;
}
