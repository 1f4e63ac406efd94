import { sql } from 'kysely';
import type { z } from 'zod';
import type { teachingRow } from '../contract.ts';

export type TeachingRow = z.output<typeof teachingRow>;

export const teachingColumns = sql`t.id, t.person_id as "personId", r.full_name as teacher, t.group_id as "groupId",
  g.code as "group", t.module_code as "moduleCode", t.academic_hours as "academicHours", t.school_year as "schoolYear",
  t.ended_on as "endedOn", t.terms, (select m.name from programmes.module m where m.code = t.module_code
    and m.version_id = coalesce(g.version_id, (select v.id from programmes.version v where v.programme_id = g.programme_id
      and v.valid @> make_date(g.intake_year, 9, 1)))) as "moduleName"`;

export const teachingFrom = sql`programmes.teaching t
  join programmes.study_group g on g.id = t.group_id
  join programmes.programme p on p.id = g.programme_id
  join registry.person_v r on r.id = t.person_id`;
