import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

interface Done {
  agreementId: string;
  on: string;
  note: string;
  /** The thing of the caller's room: noted once however often it is told. */
  source?: { kind: string; id: string };
  byPerson?: string | null;
  newId(): string;
}

/** Notes that something was done under an agreement; rooms above call it in their own transaction. */
export async function addActivity(
  tx: Tx,
  { agreementId, on, note, source, byPerson = null, newId }: Done,
): Promise<void> {
  await sql`insert into agreements.activity (id, agreement_id, on_day, note, source_kind, source_id, by_person)
    values (${newId()}, ${agreementId}, ${on}, ${note}, ${source?.kind ?? null}, ${source?.id ?? null}, ${byPerson})
    on conflict (agreement_id, source_kind, source_id) where source_id is not null do nothing`.execute(tx);
  await sql`update agreements.agreement set last_activity_on = greatest(last_activity_on, ${on}::date)
    where id = ${agreementId}`.execute(tx);
}
