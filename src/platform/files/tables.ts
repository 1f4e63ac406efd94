// Written by scripts/gen-tables.ts from the migrated database. Do not edit.

export interface FileTable {
  id: string;
  sha256: string;
  size: number;
  media_type: string;
  name: string;
  uploaded_by: string | null;
  organisation_id: string | null;
  at: string;
  owner_kind: string | null;
  owner_id: string | null;
  attached_at: string | null;
  removed_at: string | null;
  removed_by: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.file': FileTable;
  }
}
