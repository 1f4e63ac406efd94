import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** What a planner needs to know of one expert. */
export interface PlannableExpert {
  expertId: string;
  personId: string;
  name: string;
  organisationId: string | null;
  municipalityId: string | null;
  ofEmployers: boolean;
  monthLimit: number;
  /** Days of the stretch on which the expert may be called. */
  days: string[];
  /** Rights of the regime that hold on some day of the stretch; `to` null: without end. */
  rights: { code: string; mayLead: boolean; from: string; to: string | null }[];
}

/**
 * Experts with a right of the regime in a stretch of days, with the days they are free: the usual week, without days
 * out, with days offered beyond it. Other exams are not looked at here.
 */
export async function plannableExperts(
  tx: Tx,
  { regime, from, to }: { regime: string; from: string; to: string },
): Promise<PlannableExpert[]> {
  const { rows } = await sql<PlannableExpert>`
    with day as (select d::date as day from generate_series(${from}::date, ${to}::date, interval '1 day') d)
    select e.id as "expertId", e.person_id as "personId", e.full_name as name, e.organisation_id as "organisationId",
      e.municipality_id as "municipalityId", e.of_employers as "ofEmployers", e.month_limit as "monthLimit",
      r.rights, coalesce(f.days, '[]'::jsonb) as days
    from specialists.expert_v e
    join lateral (select jsonb_agg(jsonb_build_object('code', x.code, 'mayLead', x.may_lead, 'from', lower(x.valid),
          'to', upper(x.valid) - 1) order by x.id) as rights
      from specialists.expert_right_v x where x.expert_id = e.id and x.regime = ${regime}
        and x.valid && daterange(${from}::date, ${to}::date, '[]')) r on r.rights is not null
    left join lateral (select jsonb_agg(to_char(day.day, 'YYYY-MM-DD') order by day.day) as days from day
      where coalesce((select a.kind = 'free' from specialists.expert_absence_v a
          where a.expert_id = e.id and a.period @> day.day), extract(isodow from day.day)::int = any (e.weekdays))
        and (e.left_on is null or e.left_on > day.day)) f on true
    where e.left_on is null or e.left_on > ${from}::date
    order by e.id`.execute(tx);
  return rows;
}
