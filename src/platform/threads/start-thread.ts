import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread from a TypeScript file, or from its bundled form (`.mjs`) as it is. The flag `--import tsx` does not reach a worker's entry file on
 * Node 20, so a line of plain JavaScript registers the loader first.
 */
export function startThread(file: URL, options: Omit<WorkerOptions, 'eval'> = {}): Worker {
  if (file.pathname.endsWith('.mjs')) return new Worker(file, { ...options, execArgv: [] });
  const loader = import.meta.resolve('tsx/esm/api');
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); })`;
  return new Worker(start, { ...options, eval: true, execArgv: [] });
}
