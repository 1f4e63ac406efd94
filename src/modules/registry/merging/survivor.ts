import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { MergeKind } from './move-references.ts';

/** The record that stands for this one now: itself, or the one it was merged into. Unknown ids come back as they are. */
export async function survivorOf(tx: Tx, kind: MergeKind, id: string): Promise<string> {
  const { rows } = await sql<{ survivor_id: string }>`select survivor_id from registry.survivor_v
    where kind = ${kind} and id = ${id}`.execute(tx);
  return rows[0]?.survivor_id ?? id;
}
