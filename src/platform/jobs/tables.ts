// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface JobTable {
  id: string;
  name: string;
  title_key: string;
  title_params: Generated<unknown>;
  link: string | null;
  lane: 'quick' | 'long';
  input: unknown;
  owner_person_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  state: Generated<'queued' | 'running' | 'cancelling' | 'cancelled' | 'done' | 'failed'>;
  progress: Generated<number>;
  note_key: string | null;
  note_params: unknown;
  checkpoint: unknown;
  result: unknown;
  error_key: string | null;
  error_params: unknown;
  fault: string | null;
  failures: Generated<number>;
  crashes: Generated<number>;
  worker: string | null;
  attempt: Generated<number>;
  sent_at: string | null;
  start_after: string | null;
  created_at: string;
  started_at: string | null;
  heartbeat_at: string | null;
  finished_at: string | null;
  base_progress: Generated<number>;
  base_at: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.job': JobTable;
  }
}
