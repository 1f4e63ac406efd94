import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { RunArgs } from '../use-case/use-case.ts';
import type { DocumentVersion, LinkMark } from './types.ts';

type MarkArgs = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'change'>;

/** Records what somebody said by a one-time link: read, or agrees provisionally. Never a signature. */
export async function markByLink(args: MarkArgs, document: DocumentVersion, mark: LinkMark): Promise<string> {
  const { tx, actor, now } = args;
  const id = args.newId();
  await sql`insert into platform.link_mark
      (id, document_kind, document_id, version_hash, person_id, organisation_id, mark, at)
    values (${id}, ${document.kind}, ${document.id}, ${document.hash}, ${actor.personId}, ${actor.organisationId},
      ${mark}, ${now})`.execute(tx);
  args.change({
    subject: { kind: document.kind, id: document.id, personId: actor.personId },
    after: { mark, hash: document.hash },
  });
  return id;
}

export interface MarkRow {
  id: string;
  version_hash: string;
  person_id: string | null;
  organisation_id: string | null;
  mark: LinkMark;
  at: string;
}

export async function marksOf(tx: Tx, document: { kind: string; id: string }): Promise<MarkRow[]> {
  const { rows } = await sql<MarkRow>`select id, version_hash, person_id, organisation_id, mark, at
    from platform.link_mark where document_kind = ${document.kind} and document_id = ${document.id}
    order by at, id`.execute(tx);
  return rows;
}
