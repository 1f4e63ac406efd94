import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

export interface FileRow {
  id: string;
  sha256: string;
  size: number;
  media_type: string;
  name: string;
  uploaded_by: string | null;
  at: string;
  owner_kind: string | null;
  owner_id: string | null;
}

/** A file's row while it is in use; `lock` when it is going to be changed. */
export async function fileRow(tx: Tx, id: string, lock = false): Promise<FileRow | undefined> {
  const { rows } =
    await sql<FileRow>`select id, sha256, size, media_type, name, uploaded_by, at, owner_kind, owner_id
    from platform.file where id = ${id} and removed_at is null ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

/** Those who store a content and those who sweep it away wait for each other, content by content. */
export const lockContent = (tx: Tx, sha256: string) =>
  sql`select pg_advisory_xact_lock(('x' || ${sha256.slice(0, 15)})::bit(60)::int8)`.execute(tx);
