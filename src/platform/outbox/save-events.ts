import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

export interface OutboxEvent {
  name: string;
  payload: Record<string, unknown>;
}

/** Saves events in the caller's transaction: they exist exactly when the change does. */
export async function saveEvents(
  tx: Tx,
  events: readonly OutboxEvent[],
  at: string,
  newId: () => string,
): Promise<void> {
  for (const { name, payload } of events)
    await sql`insert into platform.event (id, name, payload, at)
      values (${newId()}, ${name}, ${JSON.stringify(payload)}::jsonb, ${at})`.execute(tx);
}
