import { apiOf } from '../../../web/api.ts';
import { contract } from '../contract.ts';

export const api = apiOf(contract);

export const RUNS = ['forecast', 'runs'] as const;
export const RUN = ['forecast', 'run'] as const;
export const CELLS = ['forecast', 'cells'] as const;
export const BALANCE = ['forecast', 'balance'] as const;

export type RunRow = Awaited<ReturnType<typeof api.listRuns>>['data']['rows'][number];
export type Run = Awaited<ReturnType<typeof api.getRun>>['data'];
export type Cell = Awaited<ReturnType<typeof api.listCells>>['data']['rows'][number];
export type BalanceRow = Awaited<ReturnType<typeof api.listBalance>>['data']['rows'][number];
export type Zone = Awaited<ReturnType<typeof api.listBalance>>['data']['zones'][number];
export type Trace = Awaited<ReturnType<typeof api.traceCell>>['data'];

/** Forecasts are not more exact than tens; small numbers are kept whole. */
export const tens = (value: number): number =>
  Math.abs(value) < 100 ? Math.round(value) : Math.round(value / 10) * 10;
