// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface MailTable {
  id: string;
  template: string;
  locale: string;
  person_id: string | null;
  content_hash: string;
  state: Generated<'waiting' | 'sent' | 'shown' | 'failed'>;
  attempts: Generated<number>;
  error_key: string | null;
  error_code: string | null;
  created_at: string;
  sent_at: string | null;
}

export interface MailContentTable {
  mail_id: string;
  salt: string;
  address: string;
  subject: string;
  body: string;
  secret: boolean;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.mail': MailTable;
    'platform.mail_content': MailContentTable;
  }
}
