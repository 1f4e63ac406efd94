export { canonicalJson, hashOf } from './canonical-json.ts';
export {
  decomposeNeed,
  expectedRetirements,
  type NeedFacts,
  type NeedParts,
} from './demand/decompose-need.ts';
export { splitNeed } from './demand/split-need.ts';
export type * from './input.ts';
export { EngineInputError, type EngineIssue } from './issue.ts';
export { apportion } from './largest-remainder.ts';
export type * from './result.ts';
export { normalizeInput, runForecast } from './run-forecast.ts';
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
export { DEFAULT_SETTINGS, type ForecastSettings, type Scenario } from './settings.ts';
export { leadYears, type SeatsFacts, seatsFor } from './supply/seats-formula.ts';
export { verifyForecast } from './verify-forecast.ts';
