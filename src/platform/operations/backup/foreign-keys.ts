import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';

export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Takes the foreign keys off for the time of a load: no order of tables satisfies circles and rows that point at
 * themselves, and switching the checks off is a superuser's right. Inside the load's transaction only.
 */
export async function dropForeignKeys(one: Tx, tables: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select format('%I.%I', n.nspname, c.relname) as table, format('%I', k.conname) as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and format('%I.%I', n.nspname, c.relname) = any(${tables}::text[])
    order by 1, 2`.execute(one);
  for (const { table, name } of rows)
    await sql.raw(`alter table ${table} drop constraint ${name}`).execute(one);
  return rows;
}

/** Puts them back; each is checked against all rows as it comes. */
export async function restoreForeignKeys(one: Tx, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(one);
}
