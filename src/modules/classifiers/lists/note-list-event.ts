import { sql } from 'kysely';
import type { RunArgs } from '../../../platform/use-case/index.ts';

interface Event {
  list: string;
  kind: 'checked' | 'uploaded';
  note: string;
  counts?: { added: number; changed: number; ended: number };
}

/** Keeps who compared or loaded a list, and what the load did. */
export async function noteListEvent(
  { tx, actor, now, newId }: Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId'>,
  { list, kind, note, counts }: Event,
): Promise<void> {
  await sql`insert into classifiers.list_event (id, list, kind, note, added, changed, ended, at, by_person)
    values (${newId()}, ${list}, ${kind}, ${note}, ${counts?.added ?? null}, ${counts?.changed ?? null},
      ${counts?.ended ?? null}, ${now}, ${actor.personId})`.execute(tx);
}
