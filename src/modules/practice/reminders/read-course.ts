import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { readFacts } from '../placements/placement-facts.ts';
import type { Course } from './due-tasks.ts';

interface More {
  id: string;
  group: string;
  plan: string;
  mentorId: string | null;
  studentName: string;
}

/** Every placement that is not over: with its group, its mentor, its student's short name. */
export async function readCourse(tx: Tx): Promise<Course[]> {
  const open = sql<boolean>`p.state not in ('requested', 'failed', 'graded', 'archived')`;
  const facts = await readFacts(tx, open);
  if (facts.length === 0) return [];
  const { rows } =
    await sql<More>`select p.id, g.code as "group", n.title as plan, r.short_name as "studentName",
      (select u.mentor_person_id from specialists.tutoring_v u where u.source_kind = 'practice.placement' and u.source_id = p.id
        and not isempty(u.valid) order by lower(u.valid) desc limit 1) as "mentorId"
    from practice.placement p join practice.plan n on n.id = p.plan_id join programmes.study_group_v g on g.id = n.group_id
    join registry.person_v r on r.id = p.person_id where ${open}`.execute(tx);
  const more = new Map(rows.map((row) => [row.id, row]));
  return facts.flatMap((one): Course[] => {
    const row = more.get(one.id);
    return row ? [{ ...one, ...row }] : [];
  });
}
