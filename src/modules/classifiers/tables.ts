// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface EdgeTable {
  id: string;
  from_list: string;
  from_code: string;
  to_list: string;
  to_code: string;
  weight: number;
  basis: 'official' | 'expert' | 'data';
  confidence: string | null;
  valid: string;
  reviewer: string | null;
  source: string;
  note: string | null;
}

export interface EdgeView {
  id: string;
  from_list: string;
  from_code: string;
  to_list: string;
  to_code: string;
  weight: number;
  basis: 'official' | 'expert' | 'data';
  confidence: string | null;
  valid: string;
  reviewer: string | null;
  source: string;
}

export interface ItemTable {
  list: string;
  code: string;
  name: string;
  sort_key: string;
  parent: string | null;
  status: Generated<'listed' | 'added' | 'unknown'>;
  valid: Generated<string>;
  attributes: Generated<unknown>;
  source: string;
}

export interface ItemView {
  list: string;
  code: string;
  name: string;
  sort_key: string;
  parent: string | null;
  status: 'listed' | 'added' | 'unknown';
  valid: string;
  attributes: unknown;
  source: string;
}

export interface JobEvidenceTable {
  subject_id: string;
  spo: string;
  occupation: string;
  months: number;
  noted_on: string;
}

export interface JobEvidenceView {
  spo: string;
  occupation: string;
  jobs: number | null;
  last_on: string | null;
}

export interface ListTable {
  code: string;
  title: string;
  source: string;
  licence: string;
  as_of: string;
  is_complete: boolean;
  to_check: string | null;
}

export interface ListEventTable {
  id: string;
  list: string;
  kind: 'checked' | 'uploaded';
  note: string;
  added: number | null;
  changed: number | null;
  ended: number | null;
  at: string;
  by_person: string | null;
}

export interface ListView {
  code: string;
  title: string;
  source: string;
  licence: string;
  as_of: string;
  is_complete: boolean;
  to_check: string | null;
}

export interface UnknownCodeTable {
  list: string;
  code: string;
  place: string;
  times: number;
  first_on: string;
  last_on: string;
}

export interface UnmappedView {
  from_list: string;
  from_code: string;
  to_list: string;
  weight: number | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'classifiers.edge': EdgeTable;
    'classifiers.edge_v': EdgeView;
    'classifiers.item': ItemTable;
    'classifiers.item_v': ItemView;
    'classifiers.job_evidence': JobEvidenceTable;
    'classifiers.job_evidence_v': JobEvidenceView;
    'classifiers.list': ListTable;
    'classifiers.list_event': ListEventTable;
    'classifiers.list_v': ListView;
    'classifiers.unknown_code': UnknownCodeTable;
    'classifiers.unmapped_v': UnmappedView;
  }
}
