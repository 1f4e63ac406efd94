import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

const CHUNK = 2000;

/** Stores many plain rows at once; keys are the columns, missing ones take their defaults. */
export async function bulkInsert(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  for (let at = 0; at < rows.length; at += CHUNK)
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(at, at + CHUNK))}::jsonb)`.execute(
      tx,
    );
}
