import { inTransaction, type Tx } from '../database/index.ts';
import { appendEntries, type HistoryEntry } from '../history/append.ts';
import { type OutboxEvent, saveEvents } from '../outbox/save-events.ts';
import { system } from './actor.ts';
import { dayIn, type World } from './execute.ts';
import type { Change, RunArgs } from './use-case.ts';

type Args = Omit<RunArgs<unknown>, 'input'>;

/** One change made by a job: a transaction with its history and its events, in the name of the system. */
export async function asSystem<T>(world: World, job: string, run: (args: Args) => Promise<T>): Promise<T> {
  const answer = await inTransaction(world.db, async (tx: Tx) => {
    const moment = world.now();
    const now = moment.toISOString();
    const actor = system(job);
    const events: OutboxEvent[] = [];
    const changes: HistoryEntry[] = [];
    const made = await run({
      tx,
      actor,
      now,
      newId: world.newId,
      scope: 'all',
      locale: 'ru',
      today: dayIn(world.timeZone, moment),
      emit: (name: string, payload: Record<string, unknown>) => events.push({ name, payload }),
      change: (one: Change) => changes.push({ act: 'change', useCase: job, actor, at: now, ...one }),
      may: () => true,
    } as Args);
    await appendEntries(tx, changes);
    await saveEvents(tx, events, now, world.newId);
    return made;
  });
  world.nudge?.();
  return answer;
}
