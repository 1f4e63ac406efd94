import { type RawBuilder, sql } from 'kysely';
import { type Scope, within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';

const schoolYear = (today: string) => Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);

/** Columns of an expert `e` with the rights `r` that hold on a day, the load `l` and the exams `s`. */
export const expertColumns = (
  on: string,
  noticeDays: number,
) => sql`e.id, e.person_id as "personId", e.full_name as name,
  e.organisation, e.post, m.short_name as municipality, coalesce(to_jsonb(r.codes), '[]'::jsonb) as codes,
  coalesce(to_jsonb(r.regimes), '[]'::jsonb) as regimes, coalesce(r.may_lead, false) as "mayLead",
  e.of_employers as "ofEmployers", case when r.always then null else r.until end as "validTo",
  coalesce(l.hours, 0) as "teachingHours", coalesce(s.served, 0) as served,
  case when e.left_on <= ${on}::date then 'left' when r.codes is null and h.any_right then 'expired'
    when r.codes is null then 'none' when not r.always and r.until < ${on}::date + ${noticeDays}::int then 'ending'
    else 'ready' end as state`;

export const expertFrom = (on: string) => sql`specialists.expert_v e
  left join registry.municipality_v m on m.id = e.municipality_id
  left join lateral (select array_agg(distinct x.code order by x.code) as codes, array_agg(distinct x.regime) as regimes,
      bool_or(x.may_lead) as may_lead, bool_or(upper_inf(x.valid)) as always, max(upper(x.valid)) - 1 as until
    from specialists.expert_right_v x where x.expert_id = e.id and x.valid @> ${on}::date having count(*) > 0) r on true
  left join lateral (select true as any_right from specialists.expert_right_v x where x.expert_id = e.id limit 1) h on true
  left join lateral (select sum(t.academic_hours)::int as hours from programmes.teaching_v t
    where t.person_id = e.person_id and t.school_year = ${schoolYear(on)} and t.ended_on is null) l on true
  left join lateral (select count(*)::int as served from specialists.expert_service_v v where v.person_id = e.person_id
    and v.state = 'served' and v.on_day > ${on}::date - 365) s on true`;

export const expertsWithin = (scope: Scope, actor: Actor): RawBuilder<boolean> =>
  within(scope, actor, {
    organisation: 'e.organisation_id',
    person: 'e.person_id',
    municipality: 'e.municipality_id',
  });
