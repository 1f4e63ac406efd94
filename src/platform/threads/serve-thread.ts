import { parentPort } from 'node:worker_threads';

/** What a served function may return when it wants buffers moved instead of copied. */
export interface Answer<T> {
  value: T;
  transfer?: ArrayBuffer[];
}

/** Plain form of an error that crosses the thread border; `fields` are its plain properties and `params`. */
export interface PlainError {
  name: string;
  message: string;
  fields: Record<string, unknown>;
}

function plain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} };
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      fields[key] = value;
    else if (key === 'params') fields[key] = structuredClone(value);
  }
  return { name: error.name, message: error.message, fields };
}

/** Called once by a worker's entry file: answers each posted `{ id, input }` with one reply. */
export function serveThread<I, O>(run: (input: I) => Answer<O> | Promise<Answer<O>>): void {
  const port = parentPort;
  if (!port) throw new Error('serveThread() belongs into the entry of a worker thread');
  port.on('message', async ({ id, input }: { id: number; input: I }) => {
    try {
      const { value, transfer } = await run(input);
      port.postMessage({ id, value }, transfer ?? []);
    } catch (error) {
      port.postMessage({ id, error: plain(error) });
    }
  });
}
