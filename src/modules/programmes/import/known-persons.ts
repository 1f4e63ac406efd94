import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { nameKey } from './known-contingent.ts';
import type { PlannedStudent } from './plan-contingent.ts';

/** Persons the registry holds under the same name and birth date: proposed for each new row, never taken silently. */
export async function knownPersons(tx: Tx, rows: readonly PlannedStudent[]): Promise<Map<number, string>> {
  const fresh = rows.filter((row) => row.action === 'add' && row.data.birthDate);
  if (fresh.length === 0) return new Map();
  const found = await sql<{ id: string; key: string }>`select r.id, w.key
    from jsonb_to_recordset(${JSON.stringify(fresh.map(({ data }) => ({ key: nameKey(data), day: data.birthDate })))}::jsonb)
      as w(key text, day date)
    join registry.person_v r on r.sort_key = w.key and r.birth_date = w.day order by r.id`.execute(tx);
  const byKey = new Map(found.rows.map(({ key, id }) => [key, id]));
  return new Map(
    fresh.flatMap(({ data }) => {
      const id = byKey.get(nameKey(data));
      return id ? [[data.row, id] as const] : [];
    }),
  );
}
