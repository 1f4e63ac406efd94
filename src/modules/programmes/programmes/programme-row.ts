import { sql } from 'kysely';
import type { z } from 'zod';
import type { programmeRow } from '../contract.ts';

export type ProgrammeRow = z.output<typeof programmeRow>;

/** Columns of a programme `p` joined to its college `o`, with the plan in force on a day. */
export const programmeColumns = sql`p.id, p.organisation_id as "organisationId", o.short_name as college, p.code, p.name,
  exists (select 1 from classifiers.item_v i where i.list = 'spo' and i.code = p.code and i.status <> 'unknown') as known,
  p.base, p.form, p.months, p.standard, p.capacity, p.workshop_id as "workshopId", w.name as workshop,
  p.is_new as "isNew", p.is_flexible as "isFlexible", p.is_adapted as "isAdapted", p.closed_on as "closedOn", p.rev,
  v.id as "versionId", v.title as "versionTitle", lower(v.valid) as "versionFrom",
  h.academic_hours as "academicHours", h.practice_hours as "practiceHours",
  coalesce(h.professional_hours, case when h.version_id is null then null else 0 end) as "professionalHours",
  (select count(distinct g.id)::int from programmes.study_group g join programmes.student s on s.group_id = g.id
    where g.programme_id = p.id and s.status in ('studying', 'leave')) as groups,
  (select count(*)::int from programmes.study_group g join programmes.student s on s.group_id = g.id
    where g.programme_id = p.id and s.status = 'studying') as studying`;

/** The plan in force, else the last one there is. */
export const programmeFrom = (today: string) => sql`programmes.programme p
  join registry.organisation_v o on o.id = p.organisation_id
  left join programmes.workshop w on w.id = p.workshop_id
  left join lateral (select id, title, valid from programmes.version where programme_id = p.id and not isempty(valid)
    order by (valid @> ${today}::date) desc, lower(valid) desc nulls last limit 1) v on true
  left join programmes.plan_v h on h.version_id = v.id`;
