import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

/** One kind of record that stays as written: its changes put `{ records: { id: hash } }` into the history. */
export interface RecordProof {
  proof: string;
  /** Kind of subject under which the history holds the hashes. */
  kind: string;
  /** The rows as they stand, each with its hash computed anew from its content. */
  hashes(db: Tx): Promise<{ id: string; hash: string }[]>;
}

/** Declares records that `rostok audit verify` compares with what the sealed history says of them. */
export const defineProof = (proof: Omit<RecordProof, 'proof'>): RecordProof => ({
  ...proof,
  proof: proof.kind,
});

export const isProof = (value: unknown): value is RecordProof =>
  typeof value === 'object' && value !== null && 'proof' in value && 'hashes' in value;

export interface RecordFault {
  fault: 'changed' | 'removed' | 'inserted';
  kind: string;
  id: string;
}

/** Every record against the history: changed in place, taken away, or put in past the program. */
export async function verifyRecords(
  db: Tx,
  proofs: readonly RecordProof[],
): Promise<{ records: number; faults: RecordFault[] }> {
  const faults: RecordFault[] = [];
  let records = 0;
  for (const { kind, hashes } of proofs) {
    const { rows } = await sql<{ id: string; hash: string }>`select r.key as id, r.value as hash
      from platform.history h join platform.history_values v on v.entry_id = h.id
      cross join lateral jsonb_each_text(v.after -> 'records') r
      where h.subject_kind = ${kind} and jsonb_typeof(v.after -> 'records') = 'object'`.execute(db);
    const written = new Map(rows.map(({ id, hash }) => [id, hash]));
    for (const { id, hash } of await hashes(db)) {
      records += 1;
      const known = written.get(id);
      written.delete(id);
      if (known === undefined) faults.push({ fault: 'inserted', kind, id });
      else if (known !== hash) faults.push({ fault: 'changed', kind, id });
    }
    for (const id of written.keys()) faults.push({ fault: 'removed', kind, id });
  }
  return { records, faults };
}
