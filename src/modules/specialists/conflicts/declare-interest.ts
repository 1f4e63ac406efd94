import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';

/** The expert says before an exam whether an employer's interest stands behind (CI-6); said again, the last word stands. */
export async function declareInterest(
  tx: Tx,
  d: {
    personId: string;
    exam: { kind: string; id: string };
    kind: 'none' | 'employer';
    text: string | null;
    now: string;
    newId(): string;
  },
): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from specialists.expert where person_id = ${d.personId}`.execute(tx);
  await sql`insert into specialists.expert_declaration (id, expert_id, source_kind, source_id, kind, text, declared_at)
    values (${d.newId()}, ${found(rows[0]).id}, ${d.exam.kind}, ${d.exam.id}, ${d.kind}, ${d.text}, ${d.now})
    on conflict (expert_id, source_kind, source_id) do update set kind = excluded.kind, text = excluded.text,
      declared_at = excluded.declared_at`.execute(tx);
}
