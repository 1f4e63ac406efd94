// Plain JavaScript on purpose: a worker thread starts before the TypeScript loader is in place
// (Node 20 ignores loader hooks given by execArgv for the entry of a worker), so the entry registers
// the loader itself and then imports the TypeScript file named by the caller.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
