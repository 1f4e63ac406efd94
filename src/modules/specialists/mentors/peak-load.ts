import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/**
 * The most trainees a mentor has on one day of a stretch. A maximum is reached on the first day of the stretch or on
 * the first day of one of the stays inside it, so only these are counted. Days as `YYYY-MM-DD`, both inclusive.
 */
export async function peakLoad(
  tx: Tx,
  { mentorId, from, to }: { mentorId: string; from: string; to: string },
): Promise<number> {
  const { rows } = await sql<{ peak: number }>`with stay as (
      select t.people, t.valid from specialists.tutoring t join specialists.appointment a on a.id = t.appointment_id
      where a.mentor_id = ${mentorId} and t.valid && daterange(${from}::date, ${to}::date, '[]'))
    select coalesce(max(people), 0)::int as peak from (
      select sum(s.people) as people from (
        select ${from}::date as day union select lower(valid) from stay where lower(valid) >= ${from}::date) d
      join stay s on s.valid @> d.day group by d.day) x`.execute(tx);
  return rows[0]?.peak ?? 0;
}
