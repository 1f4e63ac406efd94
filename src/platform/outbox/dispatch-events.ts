import { sql } from 'kysely';
import { inTransaction } from '../database/index.ts';
import { appendHistory } from '../history/index.ts';
import { system } from '../use-case/actor.ts';
import { dayIn, type World } from '../use-case/execute.ts';
import type { Change } from '../use-case/use-case.ts';
import { type OutboxEvent, saveEvents } from './save-events.ts';
import type { Delivered, Subscriber } from './subscribe.ts';

const RETRY_MINUTES = [1, 5, 30, 120, 720];

/** Delivers one subscriber's share of one event, once: the receipt is written in the same transaction. */
async function deliver(world: World, event: Delivered, { subscriber, run }: Subscriber): Promise<void> {
  await inTransaction(world.db, async (tx) => {
    const taken = await sql`insert into platform.event_receipt (event_id, subscriber)
      values (${event.id}, ${subscriber}) on conflict do nothing returning event_id`.execute(tx);
    if (taken.rows.length === 0) return;
    const now = world.now();
    const actor = system(subscriber);
    const events: OutboxEvent[] = [];
    const changes: Change[] = [];
    await run({
      event,
      tx,
      actor,
      now: now.toISOString(),
      today: dayIn(world.timeZone, now),
      newId: world.newId,
      emit: (name, payload) => events.push({ name, payload }),
      change: (one) => changes.push(one),
    });
    for (const one of changes)
      await appendHistory(tx, { act: 'change', useCase: subscriber, actor, at: now.toISOString(), ...one });
    await saveEvents(tx, events, now.toISOString(), world.newId);
    await sql`delete from platform.event_failure where event_id = ${event.id} and subscriber = ${subscriber}`.execute(
      tx,
    );
  });
}

async function noteFailure(
  world: World,
  event: Delivered,
  subscriber: string,
  error: unknown,
): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const { rows } = await sql<{ attempts: number }>`select attempts from platform.event_failure
    where event_id = ${event.id} and subscriber = ${subscriber}`.execute(world.db);
  const attempts = (rows[0]?.attempts ?? 0) + 1;
  const minutes = RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 720;
  const nextAt = new Date(world.now().getTime() + minutes * 60_000).toISOString();
  await sql`insert into platform.event_failure (event_id, subscriber, attempts, message, next_at)
    values (${event.id}, ${subscriber}, ${attempts}, ${message}, ${nextAt})
    on conflict (event_id, subscriber) do update
    set attempts = excluded.attempts, message = excluded.message, next_at = excluded.next_at`.execute(
    world.db,
  );
}

/**
 * Delivers what waits in the outbox, oldest first, and gives the number of events finished. A failing receiver
 * is tried again later and holds nobody else up. `signal` ends the round after the event under way.
 */
export async function dispatchEvents(
  world: World,
  subscribers: readonly Subscriber[],
  { limit = 200, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<number> {
  const now = world.now().toISOString();
  const { rows } = await sql<Delivered>`select id, name, payload, at from platform.event e
    where dispatched_at is null and not exists (
      select 1 from platform.event_failure f where f.event_id = e.id and f.next_at > ${now})
    order by at, id limit ${limit}`.execute(world.db);
  let done = 0;
  for (const event of rows) {
    if (signal?.aborted) break;
    let failed = false;
    for (const one of subscribers.filter((each) => each.event === event.name))
      try {
        await deliver(world, event, one);
      } catch (error) {
        failed = true;
        await noteFailure(world, event, one.subscriber, error);
      }
    if (failed) continue;
    await sql`update platform.event set dispatched_at = ${now} where id = ${event.id}`.execute(world.db);
    done++;
  }
  return done;
}
