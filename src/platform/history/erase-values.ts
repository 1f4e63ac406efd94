import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Actor } from '../use-case/actor.ts';
import { appendHistory } from './append.ts';

export interface Erasure {
  /** Which entries lose their values: a condition on `platform.history h`. */
  which: ReturnType<typeof sql<boolean>>;
  actor: Actor;
  /** Why: the act or the request. Written into the history. */
  ground: string;
  now: string;
}

/**
 * Erases the personal values of entries; the entries and their hashes stay, so the chain stays whole. The
 * erasure is itself an entry. Gives the number of entries that lost their values.
 */
export async function eraseValues(tx: Tx, { which, actor, ground, now }: Erasure): Promise<number> {
  const { rows } = await sql<{
    entry_id: number;
  }>`delete from platform.history_values v using platform.history h
    where h.id = v.entry_id and ${which} returning v.entry_id`.execute(tx);
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.entry_id).sort((a, b) => a - b);
  const actId = await appendHistory(tx, {
    act: 'act',
    useCase: 'history.eraseValues',
    actor,
    subject: { kind: 'history.erasure', id: `${ids[0]}-${ids.at(-1)}` },
    after: { ground, entries: ids.length },
    at: now,
  });
  for (let from = 0; from < ids.length; from += 1000)
    await sql`insert into platform.history_erasure (entry_id, act_id)
      select (jsonb_array_elements_text(${JSON.stringify(ids.slice(from, from + 1000))}::jsonb))::bigint, ${actId}`.execute(
      tx,
    );
  return ids.length;
}
