export { bulkInsert } from './bulk-insert.ts';
export { FolderTaken } from './folder-lock.ts';
export { type OpenDatabase, openDatabase } from './open-database.ts';
export type { Database } from './schema.ts';
export { inTransaction, type Tx } from './transaction.ts';
