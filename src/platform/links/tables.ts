// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface LinkTable {
  id: string;
  purpose: string;
  subject_kind: string;
  subject_id: string;
  person_id: string | null;
  contact: string;
  title_params: unknown;
  secret_hash: string;
  code_hash: string | null;
  issued_by: string | null;
  issued_at: string;
  expires_at: string;
  wrong_tries: Generated<number>;
  spent_at: string | null;
  killed_at: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.link': LinkTable;
  }
}
