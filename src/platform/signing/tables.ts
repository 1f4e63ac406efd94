// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface LinkMarkTable {
  id: string;
  document_kind: string;
  document_id: string;
  version_hash: string;
  person_id: string | null;
  organisation_id: string | null;
  mark: 'acknowledged' | 'agreedProvisionally';
  at: string;
}

export interface SignatureTable {
  id: string;
  document_kind: string;
  document_id: string;
  version_hash: string;
  party_organisation_id: string | null;
  party_person_id: string | null;
  kind: 'paper' | 'simple' | 'qualified';
  signed_on: string;
  signer_person_id: string | null;
  signer_name: string;
  authority: string | null;
  authority_until: string | null;
  on_behalf_reason: string | null;
  scan_hash: string | null;
  original_received: Generated<boolean>;
  agreement_id: string | null;
  via: 'account' | 'link' | null;
  file_hash: string | null;
  certificate: unknown;
  check_result: 'valid' | 'invalid' | null;
  checked_by: string | null;
  checked_how: string | null;
  checked_on: string | null;
  recorded_by: string | null;
  recorded_at: string;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.link_mark': LinkMarkTable;
    'platform.signature': SignatureTable;
  }
}
