export { isLive, isReady, type Readiness } from './health.ts';
export { loggedError, loggedPath, logOptions } from './log-options.ts';
export { createMetrics, type Metrics } from './metrics.ts';
