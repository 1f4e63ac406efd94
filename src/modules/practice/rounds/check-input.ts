import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { buildSnapshot, hashOf } from './build-snapshot.ts';
import type { Round } from './round-row.ts';

/**
 * The frozen input must still be what the database says: a consent withdrawn, a student who left, a place that went
 * away since make another input, and then nothing is drawn or published from the old one.
 */
export async function checkInput(tx: Tx, round: Round): Promise<void> {
  const { rows } = await sql<{ hash: string }>`select input_hash as hash from practice.round_draw
    where round_id = ${round.id} and run = ${round.run}`.execute(tx);
  const now = hashOf(JSON.stringify(await buildSnapshot(tx, round)));
  if (rows[0]?.hash !== now) throw refuse('practice:round.error.inputChanged', {}, { status: 409 });
}
