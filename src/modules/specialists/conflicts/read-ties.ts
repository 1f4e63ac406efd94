import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { ConflictCode, Examinee } from './types.ts';

export interface FoundTie {
  key: string;
  on: string;
  expertId: string;
  code: ConflictCode;
  students: number;
  from: string | null;
  to: string | null;
  tieId: string | null;
  kind: string | null;
  sourceKind: string | null;
  sourceId: string | null;
  declared: boolean;
}

/**
 * Everything that ties these experts to these examinees and has begun by the exam's day, one row for each key, expert
 * and code: of several ties the one that lasts longest. Only the registry is read, whichever room made the tie.
 * The key of an exam is also what a declaration is looked up by.
 */
export async function readTies(
  tx: Tx,
  experts: readonly string[],
  examinees: readonly Examinee[],
): Promise<FoundTie[]> {
  if (experts.length === 0 || examinees.length === 0) return [];
  const { rows } = await sql<FoundTie>`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(examinees)}::jsonb) as a (key text, "personId" uuid, "on" date)
    ), expert as materialized (
      select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(experts)}::jsonb)
    ), college as materialized (
      select a.key, a."on", x.organisation_id, count(distinct a."personId")::int as students
      from asked a join (
        select person_id, organisation_id, null::daterange as valid from programmes.student_v
          where status not in ('expelled', 'transferred')
        union all select person_id, organisation_id, valid from registry.assignment_v where role = 'student'
        union all select person_id, organisation_id, valid from registry.cohort_v where kind = 'study_group'
      ) x on x.person_id = a."personId" and (x.valid is null or x.valid @> a."on")
      where x.organisation_id is not null group by a.key, a."on", x.organisation_id
    ), cohort as materialized (
      select a.key, a."on", a."personId", c.id, c.valid from asked a join registry.cohort_v c on c.person_id = a."personId"
    ), work as materialized (
      select t.* from registry.tie_v t join expert e on e.id = t.person_id where t.kind = 'works_for'
    ), taught as materialized (
      select t.*, c.organisation_id as of_college from registry.tie_v t join expert e on e.id = t.person_id
      left join (select distinct id, organisation_id from registry.cohort_v) c on c.id = t.to_cohort_id
      where t.kind in ('teaches', 'supervises', 'mentors', 'coaches')
    ), found as (
      -- staff of the college, and whoever teaches one of its groups on any terms
      select c.key, c."on", w.person_id as expert, 'CI-1' as code, c.students, null::uuid as student, w.id, w.kind, w.valid,
        w.source_kind, w.source_id, false as sponsor
      from college c join work w on w.to_organisation_id = c.organisation_id
      union all
      select c.key, c."on", w.person_id, 'CI-1', c.students, null, w.id, w.kind, w.valid, w.source_kind, w.source_id, false
      from college c join taught w on w.kind = 'teaches'
        and w.of_college = c.organisation_id
      union all
      select c.key, c."on", w.person_id, 'CI-1', c.students, null, w.id, w.kind, w.valid, w.source_kind, w.source_id, false
      from college c join taught w on w.kind = 'teaches' and w.to_organisation_id = c.organisation_id
      union all
      select a.key, a."on", w.person_id, case when w.kind = 'mentors' then 'CI-3' when w.kind = 'coaches' then 'CI-5'
          when w.kind = 'supervises' and w.source_kind like 'practice.%' then 'CI-3' else 'CI-2' end,
        0, a."personId", w.id, w.kind, w.valid, w.source_kind, w.source_id, false
      from asked a join taught w on w.to_person_id = a."personId"
      union all
      -- a whole group: only who was in it while it lasted
      select a.key, a."on", w.person_id, case when w.kind = 'mentors' then 'CI-3' when w.kind = 'coaches' then 'CI-5'
          when w.kind = 'supervises' and w.source_kind like 'practice.%' then 'CI-3' else 'CI-2' end,
        0, a."personId", w.id, w.kind, w.valid, w.source_kind, w.source_id, false
      from cohort a join taught w on w.to_cohort_id = a.id and w.valid && a.valid
      union all
      select a.key, a."on", e.id, 'CI-4', 0, a."personId", t.id, t.kind, t.valid, t.source_kind, t.source_id, false
      from asked a join registry.tie_v t on t.kind = 'kin' and t.to_person_id = a."personId" join expert e on e.id = t.person_id
      union all
      select a.key, a."on", e.id, 'CI-4', 0, a."personId", t.id, t.kind, t.valid, t.source_kind, t.source_id, false
      from asked a join registry.tie_v t on t.kind = 'kin' and t.person_id = a."personId" join expert e on e.id = t.to_person_id
      union all
      select a.key, a."on", w.person_id, 'CI-6', 0, a."personId", t.id, t.kind, t.valid, t.source_kind, t.source_id, true
      from asked a join registry.tie_v t on t.kind in ('sponsors', 'offered') and t.to_person_id = a."personId"
      join work w on w.to_organisation_id = t.organisation_id and w.valid @> a."on" where t.valid @> a."on"
      union all
      select a.key, a."on", w.person_id, 'CI-6', 0, a."personId", t.id, t.kind, t.valid, t.source_kind, t.source_id, true
      from cohort a join registry.tie_v t on t.kind in ('sponsors', 'offered') and t.to_cohort_id = a.id
      join work w on w.to_organisation_id = t.organisation_id and w.valid @> a."on" where t.valid @> a."on"
      union all
      select c.key, c."on", m.person_id, 'CI-8', c.students, null, null, null, m.valid, null, null, false
      from college c join registry.assignment_v m on m.role = 'appeal_member' and m.organisation_id = c.organisation_id
        and m.valid @> c."on" join expert e on e.id = m.person_id
    ), one as (
      select key, "on", expert, code, greatest(max(students), count(distinct student))::int as students,
        min(lower(valid)) filter (where not lower_inf(valid)) as since, bool_or(lower_inf(valid)) as always,
        (array_agg(id order by coalesce(upper(valid), 'infinity'::date) desc, id))[1] as tie
      from found where lower_inf(valid) or lower(valid) <= "on" group by key, "on", expert, code
    )
    select o.key, o."on", o.expert as "expertId", o.code, o.students,
      case when o.always then null else o.since end as "from",
      case when upper_inf(t.valid) then null else upper(t.valid) - 1 end as "to", t.id as "tieId", t.kind,
      t.source_kind as "sourceKind", t.source_id as "sourceId",
      o.code = 'CI-6' and exists (select 1 from specialists.expert_declaration_v d where d.person_id = o.expert
        and d.source_id::text = o.key and d.kind = 'employer') as declared
    from one o left join registry.tie_v t on t.id = o.tie
    order by o.key, o.expert, o.code`.execute(tx);
  return rows;
}
