// Written by scripts/gen-tables.ts from the migrated database. Do not edit.

export interface SettingTable {
  id: string;
  key: string;
  value: unknown;
  valid: string;
  source: string;
  trust: 'W' | 'S' | 'M+' | 'M' | 'M-' | 'A';
  ground: string | null;
  prepared_by: string | null;
  approved_by: string | null;
  role: string;
  at: string;
}

export interface SettingProposalTable {
  id: string;
  key: string;
  value: unknown;
  valid_from: string;
  source: string;
  trust: 'W' | 'S' | 'M+' | 'M' | 'M-' | 'A';
  ground: string | null;
  prepared_by: string;
  role: string;
  at: string;
  decision: 'approved' | 'rejected' | null;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.setting': SettingTable;
    'platform.setting_proposal': SettingProposalTable;
  }
}
