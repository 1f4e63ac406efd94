// cyrillic: how an aspect of a kit is written beside competences of programmes
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** An aspect as a competence: «КОД А1.2» belongs to its criterion by the same rule as «ПК 1.2» to its kind of work. */
export const aspectCompetence = (code: string) => `КОД ${code}`;

interface Aspect {
  programme: string;
  criterion: string;
  code: string;
  title: string;
}

/** Aspects of the kits in force, the newest kit of a speciality. */
export async function readAspects(tx: Tx, programmes: readonly string[] | null = null): Promise<Aspect[]> {
  const { rows } =
    await sql<Aspect>`select a.programme_code as programme, a.criterion, a.code, a.title from exams.aspect_v a
    where a.kit_id = (select b.kit_id from exams.aspect_v b where b.programme_code = a.programme_code and b.state = 'approved'
        order by b.year desc, b.level, b.kit_code limit 1)
      and (${programmes === null}::boolean or a.programme_code = any (${programmes ?? []}::text[]))
    order by a.programme_code, a.code`.execute(tx);
  return rows;
}

interface Examined {
  /** Written as modules of a programme, for the graph of competences. */
  modules: { code: string; module: string; name: string; hours: number; competences: string[] }[];
  words: Record<string, string>;
  /** Programme → what its exam asks for; only where somebody has been examined, else it would lower everybody alike. */
  asked: Map<string, string[]>;
  /** Student → what the exam has shown. */
  held: Map<string, string[]>;
}

/**
 * What exams have shown: whoever got at least half of a criterion's points holds its aspects. An aspect the employer
 * named counts for everybody; by itself it is asked only of specialities in which some exam has its grades.
 */
export async function readExamined(
  tx: Tx,
  openings: readonly { asked: { code: string; competence: string }[] | null }[],
): Promise<Examined> {
  const aspects = await readAspects(tx);
  const results = await sql<{
    student: string;
    programme: string;
    criterion: string;
    half: boolean;
  }>`select student_id as student,
      programme_code as programme, criterion, 2 * points >= max as half from exams.criterion_result_v
    order by student_id`.execute(tx);
  const named = new Set(
    openings.flatMap(({ asked }) => (asked ?? []).map(({ code, competence }) => `${code} ${competence}`)),
  );
  const shown = new Set(results.rows.map(({ programme }) => programme));
  const out: Examined = { modules: [], words: {}, asked: new Map(), held: new Map() };
  const byCriterion = new Map<string, string[]>();
  for (const { programme, criterion, code, title } of aspects) {
    const competence = aspectCompetence(code);
    const skill = `${programme} ${competence}`;
    if (!shown.has(programme) && !named.has(skill)) continue;
    out.modules.push({ code: programme, module: 'КОД', name: title, hours: 0, competences: [competence] });
    out.words[skill] = `${competence}. ${title}`;
    const key = `${programme} ${criterion}`;
    byCriterion.set(key, [...(byCriterion.get(key) ?? []), skill]);
    if (shown.has(programme)) out.asked.set(programme, [...(out.asked.get(programme) ?? []), skill]);
  }
  for (const { student, programme, criterion } of results.rows.filter(({ half }) => half))
    out.held.set(student, [
      ...(out.held.get(student) ?? []),
      ...(byCriterion.get(`${programme} ${criterion}`) ?? []),
    ]);
  return out;
}
