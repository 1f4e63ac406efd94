import type { Tx } from '../../platform/database/index.ts';
import { appendHistory } from '../../platform/history/index.ts';
import { saveEvents } from '../../platform/outbox/save-events.ts';
import { type Change, system, type UseCase } from '../../platform/use-case/index.ts';

interface By {
  role: string;
  personId: string | null;
  organisationId: string;
}

/**
 * Acts of the demo in the loader's own transaction, through the use cases people use: the same guards, tasks and
 * history, on the day they are said to have been done.
 */
export const actAs =
  (tx: Tx, newId: () => string, by: By) =>
  async <T>(useCase: UseCase, name: string, on: string, input: object): Promise<T> => {
    const now = `${on}T07:00:00.000Z`;
    const actor = {
      ...system('demo'),
      ...by,
      kind: 'person' as const,
      rights: { [useCase.right]: 'organisation' as const },
    };
    const changes: Change[] = [];
    const events: { name: string; payload: Record<string, unknown> }[] = [];
    const parsed = await useCase.entry['~orpc'].inputSchema?.parseAsync(input);
    const data = await useCase.run({
      input: parsed,
      tx,
      actor,
      now,
      newId,
      today: on,
      scope: 'organisation',
      locale: 'ru',
      prepared: undefined,
      emit: (event, payload) => events.push({ name: event, payload }),
      change: (one) => changes.push(one),
      may: () => true,
    });
    for (const one of changes)
      await appendHistory(tx, { act: 'change', useCase: name, actor, at: now, ...one });
    await saveEvents(tx, events, now, newId);
    return data as T;
  };
