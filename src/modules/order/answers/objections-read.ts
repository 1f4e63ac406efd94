import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { readObjectionsTask } from './read-objections.task.ts';

/** When no objection of the proposal waits for a reply, nobody is asked to read them any more. */
export async function closeWhenAllRead(
  tx: Tx,
  variantId: string,
  { now, doneBy }: { now: string; doneBy: string | null },
): Promise<void> {
  const open = await sql`select 1 from training_order.objection b
    join training_order.answer_v a on a.id = b.answer_id and a.latest
    where a.variant_id = ${variantId} and b.verdict is null limit 1`.execute(tx);
  if (open.rows.length > 0) return;
  await closeTask(tx, readObjectionsTask, { kind: 'order.variant', id: variantId }, { now, doneBy });
}
