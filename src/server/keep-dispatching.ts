import { dispatchEvents, type Subscriber } from '../platform/outbox/index.ts';
import type { World } from '../platform/use-case/index.ts';

const LOOK_MS = 1000;

/** Looks into the outbox every second, and at once after a commit of this process. */
export function keepDispatching(world: World, subscribers: readonly Subscriber[]) {
  let running: Promise<void> | null = null;
  let again = false;
  const stopping = new AbortController();
  const { signal } = stopping;
  const nudge = () => {
    again = true;
    running ??= (async () => {
      while (again && !signal.aborted) {
        again = false;
        // a database that is away for a moment is tried again at the next look
        await dispatchEvents(world, subscribers, { signal }).catch(() => 0);
      }
      running = null;
    })();
  };
  const timer = setInterval(nudge, LOOK_MS);
  return {
    nudge,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}
