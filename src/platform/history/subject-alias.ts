import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/index.ts';

/**
 * Entries about `id` belong to the record `standsFor` from now on, whatever joined the two. The entries themselves are
 * sealed and stay as they are. What already stood for `id` is the caller's to move: `platform.subject_alias.stands_for`.
 */
export async function joinSubject(
  tx: Tx,
  { kind, id, standsFor }: { kind: string; id: string; standsFor: string },
): Promise<void> {
  await sql`insert into platform.subject_alias (kind, id, stands_for) values (${kind}, ${id}, ${standsFor})
    on conflict (kind, id) do update set stands_for = excluded.stands_for`.execute(tx);
}

/** Takes a joining back: `id` has its own entries again. */
export async function partSubject(tx: Tx, { kind, id }: { kind: string; id: string }): Promise<void> {
  await sql`delete from platform.subject_alias where kind = ${kind} and id = ${id}`.execute(tx);
}

/** The id itself and every id it stands for, as a list in brackets: `subject_id in ${idsOf('registry.person', id)}`. */
export const idsOf = (kind: string | null, id: string): RawBuilder<unknown> =>
  sql`(select ${id}::text union all select a.id from platform.subject_alias a
    where a.stands_for = ${id}::text and (${kind}::text is null or a.kind = ${kind}))`;

/** The same for columns of type uuid; of nobody there is nothing. */
export const uuidsOf = (kind: string, id: string | null): RawBuilder<unknown> =>
  sql`(select ${id}::uuid union all select a.id::uuid from platform.subject_alias a
    where a.kind = ${kind} and a.stands_for = ${id}::text)`;
