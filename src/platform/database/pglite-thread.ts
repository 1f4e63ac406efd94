import { startThread } from '../threads/start-thread.ts';
import type { WorkerAnswer, WorkerRequest } from './pglite.worker.ts';

/** An error of the database with Postgres's own code, the same shape on both drivers. */
export class DatabaseError extends Error {
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  constructor(from: {
    code?: string;
    message: string;
    detail?: string;
    constraint?: string;
    table?: string;
  }) {
    super(from.message);
    this.code = from.code;
    this.detail = from.detail;
    this.constraint = from.constraint;
    this.table = from.table;
  }
}

export type Rows = { rows: unknown[]; affected: number };

export interface PgliteThread {
  query(text: string, params?: readonly unknown[]): Promise<Rows>;
  exec(text: string): Promise<void>;
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

type Waiting = { resolve(answer: WorkerAnswer): void; reject(error: Error): void };
type Ask = WorkerRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/** Starts the thread. `dir` null keeps the database in memory; `template` is a dump of a data directory. */
export function startPgliteThread(dir: string | null, template: Uint8Array | null): PgliteThread {
  const worker = startThread(new URL('./pglite.worker.ts', import.meta.url), {
    workerData: { dir, template },
  });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let closing: Promise<void> | null = null;

  worker.on('message', (answer: WorkerAnswer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () =>
    fail(new DatabaseError({ code: '57P01', message: 'The embedded database has stopped' })),
  );

  const ask = (request: Ask) =>
    new Promise<WorkerAnswer>((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...request });
    }).then((answer) => {
      if ('error' in answer) throw new DatabaseError(answer.error);
      return answer;
    });

  return {
    async query(text, params = []) {
      const answer = await ask({ kind: 'query', text, params: [...params] });
      return 'rows' in answer ? answer : { rows: [], affected: 0 };
    },
    async exec(text) {
      await ask({ kind: 'exec', text });
    },
    async dump() {
      const answer = await ask({ kind: 'dump' });
      return 'bytes' in answer ? answer.bytes : new Uint8Array();
    },
    close() {
      closing ??= ask({ kind: 'close' }).then(async () => {
        await worker.terminate();
      });
      return closing;
    },
  };
}
