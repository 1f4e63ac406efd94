import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

interface Met {
  list: string;
  code: string;
  /** Message key or short name of the place: `needs.line`, «файл вакансий». */
  place: string;
  today: string;
  times?: number;
}

/**
 * Keeps a code met in data that the list does not know: it stands in the list as «неизвестный» until an official
 * list brings it or a person names it, and it is counted by place. Gives false when the list knows the code.
 */
export async function noteUnknownCode(
  tx: Tx,
  { list, code, place, today, times = 1 }: Met,
): Promise<boolean> {
  const text = code.trim();
  const { rows } = await sql<{ status: string }>`insert into classifiers.item
      (list, code, name, sort_key, status, source)
    values (${list}, ${text}, ${text}, ${text.toLowerCase()}, 'unknown', ${place})
    on conflict (list, code) do update set status = classifiers.item.status returning status`.execute(tx);
  if (rows[0]?.status !== 'unknown') return false;
  await sql`insert into classifiers.unknown_code (list, code, place, times, first_on, last_on)
    values (${list}, ${text}, ${place}, ${times}, ${today}, ${today})
    on conflict (list, code, place) do update set times = classifiers.unknown_code.times + excluded.times,
      last_on = greatest(classifiers.unknown_code.last_on, excluded.last_on)`.execute(tx);
  return true;
}
