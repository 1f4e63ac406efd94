import { bulkInsert, type Tx } from '../database/index.ts';

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
  await bulkInsert(
    tx,
    'platform.event',
    events.map(({ name, payload }) => ({ id: newId(), name, payload, at })),
  );
}
