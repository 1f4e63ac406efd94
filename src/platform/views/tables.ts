// Written by scripts/gen-tables.ts from the migrated database. Do not edit.

export interface SavedViewTable {
  person_id: string;
  list: string;
  name: string;
  content: unknown;
  saved_at: string;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.saved_view': SavedViewTable;
  }
}
