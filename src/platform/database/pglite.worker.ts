// The embedded Postgres lives in a thread of its own, so that a heavy query never stalls the event loop.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PARSERS } from './types.ts';

export type WorkerRequest =
  | { id: number; kind: 'query'; text: string; params: unknown[] }
  | { id: number; kind: 'exec'; text: string }
  | { id: number; kind: 'dump' }
  | { id: number; kind: 'close' };

export type WorkerAnswer =
  | { id: number; rows: unknown[]; affected: number }
  | { id: number; bytes: Uint8Array }
  | {
      id: number;
      error: { code?: string; message: string; detail?: string; constraint?: string; table?: string };
    };

const { dir, template } = workerData as { dir: string | null; template: Uint8Array | null };
const port = parentPort;
if (!port) throw new Error('pglite.worker runs as a worker thread only');

const opening = PGlite.create({
  ...(dir ? { dataDir: dir } : {}),
  ...(template ? { loadDataDir: new Blob([new Uint8Array(template)]) } : {}),
  extensions: { btree_gist, citext, pg_trgm },
  parsers: PARSERS,
});

type Failure = { code?: string; message?: string; detail?: string; constraint?: string; table?: string };
const failureOf = (error: unknown) => {
  const { code, message, detail, constraint, table } = error as Failure;
  // PGlite's errors print its minified source: only these fields leave the thread
  return { code, message: message ?? String(error), detail, constraint, table };
};

const answer = async (request: WorkerRequest): Promise<WorkerAnswer> => {
  const { id } = request;
  try {
    const db = await opening;
    if (request.kind === 'query') {
      const { rows, affectedRows } = await db.query(request.text, request.params);
      return { id, rows, affected: affectedRows ?? 0 };
    }
    if (request.kind === 'exec') await db.exec(request.text);
    if (request.kind === 'dump') {
      const dump = await db.dumpDataDir('gzip');
      return { id, bytes: new Uint8Array(await dump.arrayBuffer()) };
    }
    if (request.kind === 'close') await db.close();
    return { id, rows: [], affected: 0 };
  } catch (error) {
    return { id, error: failureOf(error) };
  }
};

let last: Promise<void> = Promise.resolve();
port.on('message', (request: WorkerRequest) => {
  last = last.then(async () => port.postMessage(await answer(request)));
});
