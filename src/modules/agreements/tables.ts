// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface ActivityTable {
  id: string;
  agreement_id: string;
  on_day: string;
  note: string;
  source_kind: string | null;
  source_id: string | null;
  by_person: string | null;
}

export interface AgreementTable {
  id: string;
  kind: string;
  number: string;
  subject: string;
  state: string;
  concluded_on: string | null;
  valid: string;
  fields: Generated<unknown>;
  version: Generated<number>;
  hash: string;
  last_activity_on: string | null;
  ended_on: string | null;
  end_reason: string | null;
  copied_from: string | null;
  is_demo: Generated<boolean>;
  prepared_by: string | null;
  rev: Generated<number>;
}

export interface AgreementView {
  id: string;
  kind: string;
  number: string;
  subject: string;
  state: string;
  concluded_on: string | null;
  valid: string;
  fields: unknown;
  version: number;
  last_activity_on: string | null;
  ended_on: string | null;
  is_demo: boolean;
}

export interface PartyTable {
  agreement_id: string;
  organisation_id: string;
  place: number;
  signatory: string | null;
  authority: string | null;
  authority_until: string | null;
}

export interface PartyView {
  agreement_id: string;
  organisation_id: string;
  place: number;
  municipality_id: string | null;
  signatory: string | null;
  authority: string | null;
}

export interface VersionTable {
  agreement_id: string;
  no: number;
  hash: string;
  content: unknown;
  supplement: string | null;
  why: string | null;
  at: string;
  by_person: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'agreements.activity': ActivityTable;
    'agreements.agreement': AgreementTable;
    'agreements.agreement_v': AgreementView;
    'agreements.party': PartyTable;
    'agreements.party_v': PartyView;
    'agreements.version': VersionTable;
  }
}
