// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { GeneratedAlways } from 'kysely';

export interface StateChangeTable {
  id: GeneratedAlways<number>;
  machine: string;
  subject_id: string;
  from_state: string | null;
  to_state: string;
  event: string;
  at: string;
  person_id: string | null;
  role: string;
  reason: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.state_change': StateChangeTable;
  }
}
