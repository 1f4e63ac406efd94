import { callThread } from '../../../platform/threads/call-thread.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { DrawInput, Drawn } from './compute-draw.ts';
import type { Round } from './round-row.ts';
import { seedOf } from './seed-of.ts';

interface Asked extends Omit<DrawInput, 'seed'> {
  round: Pick<Round, 'seed' | 'beacon'>;
  /** Stops the thread: somebody has cancelled. */
  signal?: AbortSignal;
}

/** Computes in a thread and gives only what the separate verifier has passed. */
export async function computeRound({ round, signal, ...input }: Asked): Promise<Drawn> {
  const drawn = await callThread<Drawn>(
    new URL('./draw.worker.ts', import.meta.url),
    { ...input, seed: seedOf(round) },
    { timeoutMs: 300_000, heapMb: 1500 },
  );
  signal?.throwIfAborted();
  if (drawn.violations.length > 0)
    throw refuse(
      'practice:round.error.notVerified',
      { count: drawn.violations.length },
      { data: drawn.violations.slice(0, 20) },
    );
  return drawn;
}
