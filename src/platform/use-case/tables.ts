// Written by scripts/gen-tables.ts from the migrated database. Do not edit.

export interface CommandTable {
  id: string;
  use_case: string;
  person_id: string | null;
  input_hash: string;
  answer: unknown;
  at: string;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.command': CommandTable;
  }
}
