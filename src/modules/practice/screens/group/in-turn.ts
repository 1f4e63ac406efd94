import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newCommandId } from '../../../../web/http.ts';

export interface Task<T> {
  name: string;
  input: T;
}
interface Said {
  done: number;
  faults: { name: string; why: string }[];
}

/**
 * Sends one command for each of many people. Each is a deed of its own: who is refused does not stop the others, and
 * is named with the reason. A repeat after a lost answer sends the same command id.
 */
export function useInTurn<T>(
  send: (input: T, options: { context: { commandId: string } }) => Promise<unknown>,
  touches: readonly (readonly unknown[])[],
) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const run = async (tasks: readonly Task<T>[]): Promise<boolean> => {
    setBusy(true);
    const now: Said = { done: 0, faults: [] };
    for (const { name, input } of tasks)
      try {
        await send(input, { context: { commandId: newCommandId() } });
        now.done += 1;
      } catch (error) {
        now.faults.push({ name, why: error instanceof Error ? error.message : String(error) });
      }
    setSaid(now);
    setBusy(false);
    await Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })));
    return now.faults.length === 0;
  };
  return { run, busy, said };
}
