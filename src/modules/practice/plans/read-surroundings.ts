import { sql } from 'kysely';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { dayAfter } from '../rules/days.ts';
import { moduleKey, type Surroundings } from './collisions.ts';

const calendar = productionCalendar();

/** Days worked by the production calendar; both days inclusive. */
export function workingDays(from: string, to: string): number {
  return to < from ? 0 : calendar.workingDaysBetween(dayAfter(from, -1), to);
}

/** Curricula, workshops and the week of practice, for the groups of the plans. */
export async function readSurroundings(
  tx: Tx,
  groupIds: readonly string[],
  today: string,
): Promise<Surroundings> {
  const weeklyHours = await settingOn<number>(tx, 'practice.weeklyAcademicHours', today);
  if (groupIds.length === 0)
    return { modules: new Map(), graduation: new Map(), workshops: new Map(), weeklyHours, workingDays };
  const groups = await sql<{ id: string; year: number }>`select id, graduation_year as year
    from programmes.study_group_v where id in (${sql.join(groupIds)})`.execute(tx);
  const modules = await practiceModules(tx, groupIds);
  const workshops = await sql<{ id: string; name: string; places: number }>`select w.id, w.name, w.places
    from programmes.workshop_v w where w.organisation_id in (select organisation_id from programmes.study_group_v
      where id in (${sql.join(groupIds)}))`.execute(tx);
  return {
    modules: new Map(modules.map((one) => [moduleKey(one.groupId, one.code), one.academicHours])),
    graduation: new Map(groups.rows.map((one) => [one.id, one.year])),
    workshops: new Map(workshops.rows.map((one) => [one.id, one])),
    weeklyHours,
    workingDays,
  };
}

export interface PracticeModule {
  groupId: string;
  code: string;
  name: string;
  kind: string;
  academicHours: number;
  competences: string[];
}

/** Practices of each group's curriculum: the version that was in force when the group was admitted. */
export async function practiceModules(tx: Tx, groupIds: readonly string[]): Promise<PracticeModule[]> {
  if (groupIds.length === 0) return [];
  const { rows } = await sql<PracticeModule>`select g.id as "groupId", m.code, m.name, m.kind,
      m.academic_hours as "academicHours", to_jsonb(m.competences) as competences
    from programmes.study_group_v g
    join programmes.version_v v on v.programme_id = g.programme_id and v.valid @> make_date(g.intake_year, 9, 1)
    join programmes.module_v m on m.version_id = v.id and m.kind like '%practice'
    where g.id in (${sql.join(groupIds)}) order by m.position`.execute(tx);
  return rows;
}
