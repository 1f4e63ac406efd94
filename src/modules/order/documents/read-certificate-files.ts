import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/use-case/index.ts';

/** The certificate's files of a variant, packed; the solver's raw vector is ours alone and stays here. */
export async function readCertificateFiles(
  tx: Tx,
  variantId: string,
): Promise<{ name: string; gz: Uint8Array }[]> {
  const { rows } = await sql<{
    name: string;
    gz: Uint8Array;
  }>`select name, content_gz as gz from training_order.variant_file
    where variant_id::text = ${variantId} and name <> 'x.f64' order by name`.execute(tx);
  if (rows.length === 0) throw notFound();
  return rows;
}
