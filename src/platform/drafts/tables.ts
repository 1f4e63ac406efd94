// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface DraftTable {
  person_id: string;
  form: string;
  subject: Generated<string>;
  version: number;
  content: unknown;
  saved_at: string;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.draft': DraftTable;
  }
}
