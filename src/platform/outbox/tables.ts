// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface EventTable {
  id: string;
  name: string;
  payload: unknown;
  at: string;
  dispatched_at: string | null;
}

export interface EventFailureTable {
  event_id: string;
  subscriber: string;
  attempts: Generated<number>;
  message: string;
  next_at: string;
}

export interface EventReceiptTable {
  event_id: string;
  subscriber: string;
  at: Generated<string>;
}

declare module '../database/schema.ts' {
  interface Database {
    'platform.event': EventTable;
    'platform.event_failure': EventFailureTable;
    'platform.event_receipt': EventReceiptTable;
  }
}
