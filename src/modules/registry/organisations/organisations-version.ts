import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/**
 * Which organisations there are, whose numbers may not be told, which of them were joined into one, and which
 * municipalities there are: a short text that differs whenever one of these does.
 */
export async function organisationsVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws('.',
      (select md5(string_agg(concat(id, access_class, merged_into), ',' order by id)) from registry.organisation),
      (select md5(string_agg(m::text, ',' order by id)) from registry.municipality_v m)) as version`.execute(
    tx,
  );
  return rows[0]?.version ?? '';
}
