import { inTransaction, type Tx } from '../../platform/database/index.ts';
import { appendHistory, type HistoryEntry } from '../../platform/history/index.ts';
import { type OutboxEvent, saveEvents } from '../../platform/outbox/index.ts';
import { type Change, type RunArgs, system, type World } from '../../platform/use-case/index.ts';

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
      ...{ tx, actor, now, newId: world.newId, scope: 'all', locale: 'ru' },
      today: new Intl.DateTimeFormat('en-CA', { timeZone: world.timeZone }).format(moment),
      emit: (name: string, payload: Record<string, unknown>) => events.push({ name, payload }),
      change: (one: Change) => changes.push({ act: 'change', useCase: job, actor, at: now, ...one }),
      may: () => true,
    } as Args);
    for (const one of changes) await appendHistory(tx, one);
    await saveEvents(tx, events, now, world.newId);
    return made;
  });
  world.nudge?.();
  return answer;
}
