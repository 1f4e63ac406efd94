import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Level, Regime } from '../experts/rights-on.ts';

interface OpenTest {
  id: string;
  title: string;
  regime: Regime;
  level: Level;
  asked: number;
  passPercent: number;
  mostAttempts: number;
  minutes: number;
  attempts: number;
  passedOn: string | null;
}

/** Tests in force, with how often this person has tried. */
export async function readTests(tx: Tx, personId: string, today: string): Promise<OpenTest[]> {
  const { rows } =
    await sql<OpenTest>`select t.id, t.title, t.regime, t.level, t.asked, t.pass_percent as "passPercent",
      t.most_attempts as "mostAttempts", t.minutes, count(a.id)::int as attempts,
      max(a.finished_at::date) filter (where a.passed) as "passedOn"
    from specialists.expert_test t left join specialists.expert_attempt a on a.test_id = t.id and a.person_id = ${personId}
    where t.valid @> ${today}::date group by t.id order by t.title, t.id`.execute(tx);
  return rows;
}
