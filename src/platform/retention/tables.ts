// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface DataRequestTable {
  id: string;
  person_id: string;
  kind: 'explain' | 'correct' | 'erase' | 'stop';
  section: string | null;
  words: string;
  at: string;
  answer_by: string;
  answer: string | null;
  decision: 'done' | 'refused' | null;
  answered_by: string | null;
  answered_at: string | null;
}

export interface RetentionRunTable {
  id: string;
  duty: string;
  at: string;
  before: string | null;
  erased: Generated<number>;
  fault: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.data_request': DataRequestTable;
    'platform.retention_run': RetentionRunTable;
  }
}
