export { type CallOptions, callWorker, WorkerFailure } from './call-worker.ts';
export { type Answer, serve } from './serve.ts';
