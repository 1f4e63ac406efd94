import type { Worker } from 'node:worker_threads';
import type { PlainError } from './serve-thread.ts';
import { startThread } from './start-thread.ts';

export interface CallOptions {
  /** The call fails and the thread is ended after this many milliseconds. */
  timeoutMs: number;
  /** Cap of the thread's heap in MB. */
  heapMb: number;
  /** Buffers moved into the thread instead of being copied. */
  transfer?: ArrayBuffer[];
}

/** Why a call gave no answer: `timeout`, `memory` (heap cap), `crash` or an error thrown inside. */
export class ThreadFailure extends Error {
  readonly reason: 'timeout' | 'memory' | 'crash' | 'thrown';
  readonly inner: PlainError | null;
  constructor(reason: ThreadFailure['reason'], message: string, inner: PlainError | null = null) {
    super(message);
    this.name = 'ThreadFailure';
    this.reason = reason;
    this.inner = inner;
  }
}

interface Idle {
  worker: Worker;
  heapMb: number;
  timer: NodeJS.Timeout;
}

const IDLE_MS = 5_000;
const MAX_THREADS = 2;
const idle = new Map<string, Idle[]>();
const queue: (() => void)[] = [];
let busy = 0;
let lastId = 0;

function spawn(entry: string, heapMb: number): Worker {
  return startThread(new URL(entry), { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
}

/** By name: removing all at once would also remove the listeners by which Node wires the thread's port. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function take(entry: string, heapMb: number): Worker {
  const list = idle.get(entry) ?? [];
  const at = list.findIndex((it) => it.heapMb === heapMb);
  if (at < 0) return spawn(entry, heapMb);
  const found = list.splice(at, 1)[0] as Idle;
  clearTimeout(found.timer);
  forget(found.worker);
  found.worker.ref();
  return found.worker;
}

function giveBack(entry: string, heapMb: number, worker: Worker): void {
  const list = idle.get(entry) ?? [];
  idle.set(entry, list);
  const drop = () => {
    const at = list.findIndex((it) => it.worker === worker);
    if (at >= 0) list.splice(at, 1);
    void worker.terminate();
  };
  const timer = setTimeout(drop, IDLE_MS);
  timer.unref();
  worker.on('error', drop);
  worker.on('exit', drop);
  // An idle thread must not keep a command-line program from ending.
  worker.unref();
  list.push({ worker, heapMb, timer });
}

function runOnce<O>(entry: string, input: unknown, options: CallOptions): Promise<O> {
  return new Promise<O>((resolve, reject) => {
    const worker = take(entry, options.heapMb);
    const id = ++lastId;
    let settled = false;
    const settle = (finish: () => void, keep: boolean) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      forget(worker);
      if (keep) giveBack(entry, options.heapMb, worker);
      else {
        worker.on('error', () => {});
        void worker.terminate();
      }
      finish();
    };
    const timer = setTimeout(
      () => settle(() => reject(new ThreadFailure('timeout', `no answer in ${options.timeoutMs} ms`)), false),
      options.timeoutMs,
    );
    worker.on('message', (reply: { id: number; value?: O; error?: PlainError }) => {
      if (reply.id !== id) return;
      const { error } = reply;
      if (error) settle(() => reject(new ThreadFailure('thrown', error.message, error)), true);
      else settle(() => resolve(reply.value as O), true);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
      settle(() => reject(new ThreadFailure(reason, error.message)), false);
    });
    worker.on('exit', () => settle(() => reject(new ThreadFailure('crash', 'the thread ended')), false));
    worker.postMessage({ id, input }, options.transfer ?? []);
  });
}

/**
 * Runs one call in a thread whose entry file (URL of a TypeScript file) calls `serveThread`.
 * At most two threads work at a time, further calls wait; a finished thread is reused for five seconds.
 * Throws `ThreadFailure`.
 */
export async function callThread<O>(entry: URL, input: unknown, options: CallOptions): Promise<O> {
  if (busy >= MAX_THREADS) await new Promise<void>((go) => queue.push(go));
  busy += 1;
  try {
    return await runOnce<O>(entry.href, input, options);
  } finally {
    busy -= 1;
    queue.shift()?.();
  }
}
