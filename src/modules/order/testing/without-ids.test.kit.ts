import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** A stored file of each of these variants, with the variant's own id taken out of it. */
export async function withoutIds(db: Tx, variantIds: readonly string[], name: string): Promise<string[]> {
  const { rows } = await sql<{ variant_id: string; content_gz: Uint8Array }>`select variant_id, content_gz
    from training_order.variant_file where name = ${name} and variant_id = any(${variantIds}::uuid[])`.execute(
    db,
  );
  return rows.map(({ variant_id, content_gz }) =>
    gunzipSync(content_gz).toString().replaceAll(variant_id, 'ID'),
  );
}
