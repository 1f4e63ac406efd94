export { EngineInputError, type EngineIssue } from './issue.ts';
export { say } from './say.ts';
export { buildPanel, type Panel, type SeriesRow } from './series/panel.ts';
export { readSeriesCsv } from './series/read-series-csv.ts';
export { METHODS, type Method } from './series/roll-origins.ts';
export {
  type BacktestOptions,
  type BacktestPair,
  type BacktestResult,
  type BacktestRow,
  runBacktest,
} from './series/run-backtest.ts';
