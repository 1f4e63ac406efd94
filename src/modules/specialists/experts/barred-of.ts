import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { judge, settingsOf } from '../../../platform/rules/index.ts';
import type { ConflictCode } from '../conflicts/types.ts';
import { employedRule } from '../rules/conflict-rules.ts';

interface Barred {
  code: ConflictCode;
  what: string | null;
  from: string | null;
  to: string | null;
}

/**
 * Where a person may not mark, whoever comes to the exam: colleges by employment, groups taught or mentored. A single
 * student is counted and not named; of kinship there is nothing here.
 */
export async function barredOf(tx: Tx, personId: string, today: string): Promise<Barred[]> {
  const { rows } = await sql<Barred>`
    with t as (select * from registry.tie_v where person_id = ${personId} and (lower_inf(valid) or lower(valid) <= ${today}::date))
    select 'CI-1' as code, o.short_name as what, min(lower(t.valid)) as "from",
      case when bool_or(upper_inf(t.valid)) then null else max(upper(t.valid)) - 1 end as "to"
    from t left join (select distinct id, organisation_id from registry.cohort_v) c on c.id = t.to_cohort_id
    join registry.organisation_v o on o.id = coalesce(t.to_organisation_id, c.organisation_id) and o.kind in ('college', 'university')
    where t.kind in ('works_for', 'teaches') group by o.id, o.short_name
    union all
    select case t.kind when 'mentors' then 'CI-3' when 'coaches' then 'CI-5' when 'supervises' then
        case when t.source_kind like 'practice.%' then 'CI-3' else 'CI-2' end else 'CI-2' end,
      c.name, min(lower(t.valid)), case when bool_or(upper_inf(t.valid)) then null else max(upper(t.valid)) - 1 end
    from t left join (select distinct id, name from registry.cohort_v) c on c.id = t.to_cohort_id
    where t.kind in ('teaches', 'supervises', 'mentors', 'coaches') and t.to_organisation_id is null
    group by 1, t.to_cohort_id, c.name, case when t.to_cohort_id is null then 0 end
    order by 1, 2`.execute(tx);
  const settings = await settingsOf(tx, employedRule, today);
  return rows.filter(
    ({ code, from, to }) =>
      code !== 'CI-1' || judge(employedRule, { on: today, from, to }, settings, today).is !== 'ok',
  );
}
