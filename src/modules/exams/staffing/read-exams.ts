import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { expertsFor } from '../kits/faults-of-kit.ts';

/** An exam that has to be staffed: where, when, whom, and how many experts mark. */
export interface ExamToStaff {
  /** The session, or the planned exam of a season. */
  id: string;
  kitId: string;
  centreId: string | null;
  organisationId: string;
  regime: 'WSR_2020' | 'ORDER_800';
  day: string;
  codes: string[];
  /** Persons of the examinees. */
  examinees: string[];
  students: string[];
  /** Marking experts by the kit. */
  required: number;
  municipalityId: string | null;
  /** Who is called already: their seats are kept. */
  seated: { personId: string; role: 'chief' | 'line'; ofEmployers: boolean }[];
}

interface Row extends Omit<ExamToStaff, 'required' | 'codes'> {
  code: string;
  skill: string | null;
  steps: { upTo: number; experts: number }[];
  judged: boolean;
  workplaces: number;
}

/** How many judge anything at all (DE20-06), by day: the setting is asked once a day. */
export function leastJudges(tx: Tx): (on: string) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  return (on) => {
    const least = known.get(on) ?? settingOn<number>(tx, 'exams.leastJudges', on);
    known.set(on, least);
    return least;
  };
}

/** Marking experts a kit asks for so many examinees; at least `least` where anything is judged. */
export const requiredExperts = (
  { steps, judged, places }: { steps: Row['steps']; judged: boolean; places: number },
  least: number,
): number => Math.max(expertsFor(steps, Math.max(1, places)), judged ? least : 1);

/** The exams that fit, by day. */
export async function readExams(tx: Tx, where: RawBuilder<boolean>): Promise<ExamToStaff[]> {
  const { rows } =
    await sql<Row>`select s.id, s.kit_id as "kitId", s.centre_id as "centreId", s.organisation_id as "organisationId",
      s.regime, s.day, k.programme_code as code, k.skill, k.experts as steps, s.workplaces, c.municipality_id as "municipalityId",
      exists (select 1 from exams.kit_aspect a where a.kit_id = k.id and a.kind = 'judgement') as judged,
      coalesce(p.examinees, '[]'::jsonb) as examinees, coalesce(p.students, '[]'::jsonb) as students,
      coalesce(x.seated, '[]'::jsonb) as seated
    from exams.session s join exams.kit k on k.id = s.kit_id join exams.centre_v c on c.id = s.centre_id
    left join lateral (select jsonb_agg(e.person_id) as examinees, jsonb_agg(e.student_id) as students from exams.examinee e
      where e.session_id = s.id) p on true
    left join lateral (select jsonb_agg(jsonb_build_object('personId', y.person_id, 'role', y.role, 'ofEmployers', y.of_employers)) as seated
      from exams.session_expert y where y.session_id = s.id and y.state in ('invited', 'confirmed') and y.role in ('chief', 'line')) x on true
    where ${where} order by s.day, s.code`.execute(tx);
  const out: ExamToStaff[] = [];
  const least = leastJudges(tx);
  for (const { code, skill, steps, judged, workplaces, ...row } of rows) {
    const places = Math.min(workplaces, row.examinees.length || workplaces);
    const required = requiredExperts({ steps, judged, places }, await least(row.day));
    out.push({ ...row, codes: skill ? [code, skill] : [code], required });
  }
  return out;
}
