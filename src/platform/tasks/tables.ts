// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

export interface TaskTable {
  id: string;
  kind: string;
  title_key: string;
  act_key: string;
  params: Generated<unknown>;
  subject_kind: string;
  subject_id: string;
  path: string;
  due: string | null;
  dismissible: Generated<boolean>;
  person_id: string | null;
  role: string | null;
  organisation_id: string | null;
  municipality_id: string | null;
  addressee: GeneratedAlways<string>;
  state: Generated<'open' | 'done' | 'cancelled'>;
  created_at: string;
  done_at: string | null;
  done_by: string | null;
}

export interface VisitTable {
  person_id: string;
  role: string;
  seen_at: string;
  previous_at: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.task': TaskTable;
    'platform.visit': VisitTable;
  }
}
