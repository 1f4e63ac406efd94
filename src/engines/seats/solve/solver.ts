import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromWorker, SolveProgress, SolveReply, SolveRequest, ToWorker } from './protocol.ts';

export interface Solver {
  /** Solves one program in the solver thread. Rejects with an AbortError when cancelled. */
  run(request: SolveRequest, onProgress?: (p: SolveProgress) => void): Promise<SolveReply>;
  /** Gives the thread's memory back (its heap never shrinks by itself); the next request starts a new one. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A solver in a thread of its own, started with the first request. The computation is one long synchronous call
 * there, so cancelling means ending the thread: nothing of the caller's is lost, because every request carries all
 * it needs.
 */
export function openSolver(signal?: AbortSignal): Solver {
  const waiting = new Map<number, { request: Waiting; onProgress?: (p: SolveProgress) => void }>();
  let thread: Worker | undefined;
  let count = 0;
  let over: unknown;
  const end = (reason: unknown) => {
    over ??= reason;
    for (const w of waiting.values()) w.request.reject(reason);
    waiting.clear();
  };
  const stop = () => {
    end(signal?.reason ?? new DOMException('cancelled', 'AbortError'));
    void thread?.terminate();
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const start = () => {
    const worker = new Worker(bootstrap(), { eval: true, execArgv: [] });
    worker.on('message', (m: FromWorker) => {
      const w = waiting.get(m.id);
      if (!w) return;
      if ('progress' in m) return w.onProgress?.(m.progress);
      waiting.delete(m.id);
      if (waiting.size === 0) worker.unref();
      if ('reply' in m) w.request.resolve(m.reply);
      else w.request.reject(new Error(m.error));
    });
    // A thread let go on purpose is no longer ours: its end says nothing.
    worker.on('error', (error) => thread === worker && end(error));
    worker.on('exit', (code) => thread === worker && end(new Error(`solver thread ended with code ${code}`)));
    worker.unref();
    return worker;
  };
  const release = async () => {
    const old = thread;
    thread = undefined;
    await old?.terminate();
  };
  return {
    run(request, onProgress) {
      if (over !== undefined) return Promise.reject(over);
      thread ??= start();
      const worker = thread;
      return new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { request: { resolve, reject }, ...(onProgress ? { onProgress } : {}) });
        worker.ref();
        worker.postMessage({ id, request } satisfies ToWorker);
      });
    },
    async release() {
      // Somebody else's request may be under way in the same thread.
      if (waiting.size === 0) await release();
    },
    async close() {
      signal?.removeEventListener('abort', stop);
      end(new Error('the solver is closed'));
      await release();
    },
  };
}

interface Waiting {
  resolve(reply: SolveReply): void;
  reject(reason: unknown): void;
}

/**
 * The thread's first lines, plain JavaScript: a thread does not inherit the loader of TypeScript on Node 20,
 * so it registers its own, by absolute address (it must start from any working directory).
 */
function bootstrap(): string {
  const find = createRequire(import.meta.url);
  const home = find.resolve('tsx/package.json');
  const doors = (find(home) as { exports: Record<string, { import: { default: string } }> }).exports;
  const api = new URL(doors['./esm/api']!.import.default, pathToFileURL(home)).href;
  const entry = new URL('./worker.ts', import.meta.url).href;
  return `import(${JSON.stringify(api)}).then((m) => {
    m.register();
    return import(${JSON.stringify(entry)});
  })`;
}
