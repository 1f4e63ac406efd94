import { sql } from 'kysely';
import { inTransaction, type Tx } from '../database/index.ts';
import type { World } from '../use-case/execute.ts';
import { entryText, SEALED_COLUMNS, type SealedColumns } from './entry-text.ts';
import { FIRST_HEAD, headOf, leafHash, merkleRoot } from './merkle.ts';

const BATCH = 5_000;

/**
 * Seals every entry older than the oldest open transaction, batch after batch; gives the number of entries
 * sealed. Younger entries wait: a transaction still open may yet add one with a smaller id.
 */
export async function sealHistory(world: Pick<World, 'db' | 'now'>, batch = BATCH): Promise<number> {
  let sealed = 0;
  for (;;) {
    const at = world.now().toISOString();
    const entries = await inTransaction(world.db, (tx) => sealBatch(tx, at, batch));
    sealed += entries;
    if (entries < batch) return sealed;
  }
}

async function sealBatch(tx: Tx, at: string, batch: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('platform.history_seal'))`.execute(tx);
  const last = await sql<{ number: number; head: string }>`
    select number, head from platform.history_seal order by number desc limit 1`.execute(tx);
  const number = (last.rows[0]?.number ?? 0) + 1;
  const previousHead = last.rows[0]?.head ?? FIRST_HEAD;
  const { rows } = await sql<SealedColumns>`update platform.history set seal = ${number} where id in (
      select id from platform.history
      where seal is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by id limit ${batch})
    returning ${SEALED_COLUMNS}`.execute(tx);
  const entries = rows.toSorted((a, b) => a.id - b.id);
  const [first, end] = [entries[0], entries.at(-1)];
  if (!first || !end) return 0;
  const hashes = entries.map((entry) => leafHash(entryText(entry)));
  const root = merkleRoot(hashes).toString('hex');
  const head = headOf({ number, at, entries: entries.length, root, previousHead });
  await sql`insert into platform.history_seal (number, at, from_id, to_id, entries, root, previous_head, head, leaves)
    values (${number}, ${at}, ${first.id}, ${end.id}, ${entries.length}, ${root}, ${previousHead}, ${head},
      decode(${packLeaves(entries, hashes)}, 'hex'))`.execute(tx);
  return entries.length;
}

/** Hexadecimal of 8 bytes of id and 32 bytes of hash per entry. */
function packLeaves(entries: readonly { id: number }[], hashes: readonly Buffer[]): string {
  const bytes = Buffer.alloc(entries.length * 40);
  entries.forEach(({ id }, index) => {
    bytes.writeBigUInt64BE(BigInt(id), index * 40);
    hashes[index]?.copy(bytes, index * 40 + 8);
  });
  return bytes.toString('hex');
}

/**
 * After a restore into another cluster the transaction numbers of entries not yet sealed mean nothing there:
 * they get the number of the restoring transaction, or they might wait for years.
 */
export async function adoptRestoredHistory(tx: Tx): Promise<void> {
  await sql`update platform.history set xid = pg_current_xact_id() where seal is null`.execute(tx);
}
