import { sql } from 'kysely';
import { givePersonNames } from '../platform/retention/index.ts';

/** The platform knows persons by id only; the desk of requests about personal data shows whose they are. */
export function tellPersonNames(): void {
  givePersonNames(async (tx, ids) => {
    const { rows } = await sql<{ id: string; full_name: string }>`select id, full_name from registry.person_v
      where id in (${sql.join(ids)})`.execute(tx);
    return new Map(rows.map((row) => [row.id, row.full_name]));
  });
}
