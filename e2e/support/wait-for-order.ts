import type { Walker } from './portal.ts';

const PATIENCE_MS = 200_000;

/** The demo calculates its first forecast and order beside the walks; gives the id of the order put forward. */
export async function waitForOrder({ read }: Walker): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { rows } = await read<{ rows: { id: string; state: string }[] }>('/order/variants');
    const ready = rows.find(({ state }) => state === 'proposed' || state === 'approved');
    if (ready) return ready.id;
    if (rows.some(({ state }) => state === 'failed')) throw new Error('The first order of the demo failed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The first order of the demo was not calculated in time');
}
