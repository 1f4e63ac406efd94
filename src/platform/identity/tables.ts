// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

export interface AccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  last_request: number;
}

export interface ServiceAccountTable {
  id: string;
  title: string;
  organisation_id: string | null;
  municipality_id: string | null;
  rights: unknown;
  key_hash: string;
  created_by: string | null;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string | null;
}

export interface SessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  assignment_id: string | null;
  second_factor: Generated<boolean>;
}

export interface SessionView {
  token: string;
  user_id: string;
  person_id: string | null;
  assignment_id: string | null;
  second_factor: boolean | null;
  expires_at: string;
}

export interface TwoFactorTable {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean | null>;
  failed_verification_count: Generated<number | null>;
  locked_until: string | null;
}

export interface UserTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  two_factor_enabled: Generated<boolean | null>;
  person_id: string | null;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface WrongPasswordTable {
  id: GeneratedAlways<number>;
  email_hash: string;
  ip_address: string;
  at: string;
}

declare module '../database/schema.ts' {
  interface Database {
    'identity.account': AccountTable;
    'identity.rate_limit': RateLimitTable;
    'identity.service_account': ServiceAccountTable;
    'identity.session': SessionTable;
    'identity.session_v': SessionView;
    'identity.two_factor': TwoFactorTable;
    'identity.user': UserTable;
    'identity.verification': VerificationTable;
    'identity.wrong_password': WrongPasswordTable;
  }
}
