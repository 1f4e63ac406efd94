import { type RawBuilder, sql } from 'kysely';
import type { VacancyRule } from '../rules/vacancy-rule.ts';

/** The rule of docs/formats/import.md over `needs.vacancy v`: free, with employer and occupation, open longer than the days. */
export const countsAsNeed = (today: string, { openDays }: VacancyRule): RawBuilder<boolean> =>
  sql<boolean>`(v.duplicate_of is null and v.closed_on is null and v.organisation_id is not null
    and v.opened_on is not null and v.occupation is not null and v.opened_on < ${today}::date - ${openDays}::int
    and not exists (select 1 from needs.line used where used.id = v.line_id and used.state <> 'withdrawn'))`;
