import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/**
 * What the stored need lines are, in one short text: it differs whenever a line was added, changed, withdrawn or
 * removed, since every change of a line raises its `rev` and identifiers grow with time. One pass over one table,
 * no joins: it stands in the key of whatever is kept of sums over the lines.
 */
export async function linesVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws('.', count(*), sum(rev),
      count(*) filter (where state = 'withdrawn'), (select id from needs.line order by id desc limit 1)) as version
    from needs.line`.execute(tx);
  return rows[0]?.version ?? '';
}
