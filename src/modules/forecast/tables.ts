// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface BalanceTable {
  run_id: string;
  code: string;
  zone: string;
  year: number;
  need: number;
  low: number;
  high: number;
  pipeline: number;
  other_supply: number;
  gap: number;
}

export interface BalanceView {
  run_id: string;
  code: string;
  zone: string;
  year: number;
  need: number;
  low: number;
  high: number;
  pipeline: number;
  other_supply: number;
  gap: number;
}

export interface CellTable {
  run_id: string;
  occupation: string;
  zone: string;
  year: number;
  headcount: number | null;
  expansion: number;
  replacement: number;
  project: number;
  backlog: number;
  need: number;
  need_whole: number;
  low: number;
  high: number;
  surplus: Generated<number>;
  supply: number;
  gap: number;
  extrapolated: Generated<boolean>;
  enterprises: Generated<number>;
  largest_share: Generated<number>;
  restricted: Generated<boolean>;
  trace: unknown;
}

export interface CellView {
  run_id: string;
  occupation: string;
  zone: string;
  year: number;
  headcount: number | null;
  expansion: number;
  replacement: number;
  project: number;
  backlog: number;
  need: number;
  need_whole: number;
  low: number;
  high: number;
  surplus: number;
  supply: number;
  gap: number;
  extrapolated: boolean;
  enterprises: number;
  largest_share: number;
  restricted: boolean;
  trace: unknown;
}

export interface HintTable {
  run_id: string;
  code: string;
  intake_year: number;
  facts: unknown;
  seats: number;
}

export interface HintView {
  run_id: string;
  code: string;
  intake_year: number;
  facts: unknown;
  seats: number;
}

export interface RunTable {
  id: string;
  version: number;
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  engine: string;
  input_hash: string | null;
  result_hash: string | null;
  settings: unknown;
  seed: number;
  input_gz: Uint8Array | null;
  notes: Generated<unknown>;
  summary: unknown;
  started_by: string | null;
  created_at: string;
  finished_at: string | null;
  job_id: string | null;
}

export interface RunView {
  id: string;
  version: number;
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  engine: string;
  input_hash: string | null;
  result_hash: string | null;
  settings: unknown;
  seed: number;
  summary: unknown;
  started_by: string | null;
  created_at: string;
  finished_at: string | null;
  job_id: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'forecast.balance': BalanceTable;
    'forecast.balance_v': BalanceView;
    'forecast.cell': CellTable;
    'forecast.cell_v': CellView;
    'forecast.hint': HintTable;
    'forecast.hint_v': HintView;
    'forecast.run': RunTable;
    'forecast.run_v': RunView;
  }
}
