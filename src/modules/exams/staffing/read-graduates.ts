import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { leastJudges, requiredExperts } from './read-exams.ts';

/** A part of a group that is examined at one time, by one kit. */
export interface Part {
  id: string;
  kitId: string;
  kitCode: string;
  regime: 'WSR_2020' | 'ORDER_800';
  organisationId: string;
  municipalityId: string | null;
  code: string;
  skill: string | null;
  group: string;
  students: { id: string; personId: string }[];
  required: number;
}

export interface Site {
  id: string;
  municipalityId: string | null;
  /** Kits it may hold on every day of the season. */
  kits: string[];
  workplaces: number;
}

interface Group {
  id: string;
  code: string;
  organisationId: string;
  municipalityId: string | null;
  programmeCode: string;
  kitId: string | null;
  kitCode: string | null;
  regime: Part['regime'];
  skill: string | null;
  steps: { upTo: number; experts: number }[];
  judged: boolean;
  places: number;
  students: Part['students'];
}

/** Centres with the paper or the check that a kit asks for, over the whole stretch. */
export async function readSites(tx: Tx, from: string, to: string): Promise<Site[]> {
  const { rows } =
    await sql<Site>`select c.id, c.municipality_id as "municipalityId", jsonb_agg(distinct k.kit_code) as kits,
      least(c.workplaces, min(k.workplaces))::int as workplaces
    from exams.centre_v c join exams.centre_check k on k.centre_id = c.id
    where (c.closed_on is null or c.closed_on > ${to}::date) and k.valid @> daterange(${from}::date, ${to}::date, '[]')
    group by c.id, c.municipality_id, c.workplaces order by c.id`.execute(tx);
  return rows;
}

/**
 * Graduates of a year who hold no place in an exam, in parts that fit a centre. A group whose specialty has no kit in
 * force, or whose kit no centre may hold, is named apart with its students.
 */
export async function readGraduates(
  tx: Tx,
  { year, on, sites, newId }: { year: number; on: string; sites: readonly Site[]; newId(): string },
): Promise<{ parts: Part[]; without: { code: string; students: number; why: 'kit' | 'centre' }[] }> {
  const { rows } =
    await sql<Group>`select g.id, g.code, g.organisation_id as "organisationId", o.municipality_id as "municipalityId",
      g.programme_code as "programmeCode", k.id as "kitId", k.code as "kitCode", k.regime, k.skill, k.experts as steps,
      k.workplaces as places,
      exists (select 1 from exams.kit_aspect a where a.kit_id = k.id and a.kind = 'judgement') as judged,
      (select jsonb_agg(jsonb_build_object('id', s.id, 'personId', s.person_id) order by s.id) from programmes.student_v s
        where s.group_id = g.id and s.status = 'studying'
          and not exists (select 1 from exams.examinee e where e.student_id = s.id)) as students
    from programmes.study_group_v g join registry.organisation_v o on o.id = g.organisation_id
    left join lateral (select x.* from exams.kit x where x.programme_code = g.programme_code and x.state = 'approved'
      and x.regime = 'ORDER_800' and x.level <> 'PA' and (not exists (select 1 from exams.attestation t
          where t.organisation_id = g.organisation_id and t.programme_code = g.programme_code and t.graduation_year = ${year})
        or exists (select 1 from exams.attestation t where t.organisation_id = g.organisation_id
          and t.programme_code = g.programme_code and t.graduation_year = ${year} and x.code = any (t.kit_codes)))
      order by x.year desc, x.level, x.code limit 1) k on true
    where g.graduation_year = ${year} order by g.organisation_id, g.code`.execute(tx);
  const least = await leastJudges(tx)(on);
  const parts: Part[] = [];
  const without = new Map<string, { code: string; students: number; why: 'kit' | 'centre' }>();
  for (const group of rows) {
    const students = group.students ?? [];
    if (students.length === 0) continue;
    const room = Math.max(
      0,
      ...sites.filter(({ kits }) => kits.includes(group.kitCode ?? '')).map((s) => s.workplaces),
    );
    if (!group.kitId || !group.kitCode || room === 0) {
      const why = group.kitId ? 'centre' : 'kit';
      const key = `${group.programmeCode} ${why}`;
      const one = without.get(key) ?? { code: group.programmeCode, students: 0, why };
      one.students += students.length;
      without.set(key, one);
      continue;
    }
    const most = Math.min(room, group.places);
    const count = Math.ceil(students.length / most);
    for (let i = 0; i < count; i++) {
      const own = students.slice(
        Math.floor((i * students.length) / count),
        Math.floor(((i + 1) * students.length) / count),
      );
      const required = requiredExperts(
        { steps: group.steps, judged: group.judged, places: own.length },
        least,
      );
      parts.push({
        id: newId(),
        kitId: group.kitId,
        kitCode: group.kitCode,
        regime: group.regime,
        skill: group.skill,
        organisationId: group.organisationId,
        municipalityId: group.municipalityId,
        code: group.programmeCode,
        group: group.code,
        students: own,
        required,
      });
    }
  }
  return { parts, without: [...without.values()].sort((a, b) => b.students - a.students) };
}
