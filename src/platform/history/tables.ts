// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

export interface HistoryTable {
  id: GeneratedAlways<number>;
  at: string;
  xid: Generated<string>;
  act: 'change' | 'read' | 'export' | 'act';
  use_case: string;
  actor_kind: string;
  person_id: string | null;
  role: string;
  organisation_id: string | null;
  on_behalf_of: string | null;
  ground: string | null;
  subject_kind: string;
  subject_id: string;
  subject_organisation_id: string | null;
  subject_person_id: string | null;
  values_hash: string | null;
  seal: number | null;
}

export interface HistoryErasureTable {
  entry_id: number;
  act_id: number;
}

export interface HistorySealTable {
  number: number;
  at: string;
  from_id: number;
  to_id: number;
  entries: number;
  root: string;
  previous_head: string;
  head: string;
  leaves: Uint8Array;
}

export interface HistoryValuesTable {
  entry_id: number;
  salt: string;
  before: unknown;
  after: unknown;
}

export interface SubjectAliasTable {
  kind: string;
  id: string;
  stands_for: string;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.history': HistoryTable;
    'platform.history_erasure': HistoryErasureTable;
    'platform.history_seal': HistorySealTable;
    'platform.history_values': HistoryValuesTable;
    'platform.subject_alias': SubjectAliasTable;
  }
}
