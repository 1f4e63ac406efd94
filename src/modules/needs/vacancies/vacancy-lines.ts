import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { vacancyLine } from '../contract.ts';
import type { VacancyRule } from '../rules/vacancy-rule.ts';
import { countsAsNeed } from './open-evidence.ts';

export type VacancyLine = z.input<typeof vacancyLine>;

/**
 * Places by enterprise, occupation and municipality that stand open too long, and whether the enterprise has told the
 * need of that year itself: its own answer is never overwritten by evidence. `scope` is a condition over `o`.
 */
export async function readVacancyLines(
  tx: Tx,
  {
    today,
    year,
    rule,
    scope,
  }: { today: string; year: number; rule: VacancyRule; scope: RawBuilder<boolean> },
): Promise<(VacancyLine & { covered: boolean; ids: string[] })[]> {
  const { rows } = await sql<VacancyLine & { covered: boolean; ids: string[] }>`
    with free as (
      select v.organisation_id, coalesce(v.municipality_id, o.municipality_id) as municipality_id, v.occupation,
        o.short_name, o.sort_key, count(*)::int as cards, sum(least(v.work_places, ${rule.placesCap}))::int as places,
        min(v.opened_on) as oldest, array_agg(v.id::text order by v.id) as ids
      from needs.vacancy v join registry.organisation_v o on o.id = v.organisation_id and o.closed_on is null
      where ${countsAsNeed(today, rule)} and coalesce(v.municipality_id, o.municipality_id) is not null and ${scope}
      group by 1, 2, 3, 4, 5
    )
    select f.organisation_id as "organisationId", f.short_name as organisation, f.municipality_id as "municipalityId",
      m.name as municipality, f.occupation, i.name as "occupationName", f.cards, f.places, f.oldest as "oldestOn", f.ids,
      exists (select 1 from needs.line l where l.organisation_id = f.organisation_id and l.occupation = f.occupation
        and l.municipality_id = f.municipality_id and l.year = ${year} and l.state <> 'withdrawn') as covered
    from free f join registry.municipality_v m on m.id = f.municipality_id
    left join classifiers.item_v i on i.list = 'occupation' and i.code = f.occupation
    order by f.places desc, f.sort_key, f.occupation, f.municipality_id`.execute(tx);
  return rows;
}
