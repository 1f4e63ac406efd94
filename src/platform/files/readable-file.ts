import type { Tx } from '../database/index.ts';
import { appendHistory } from '../history/append.ts';
import { type Actor, found, notFound } from '../use-case/index.ts';
import { fileOwnerOf } from './define-file-owner.ts';
import { type FileRow, fileRow } from './file-row.ts';

interface Asked {
  tx: Tx;
  actor: Actor;
  id: string;
  today: string;
  now: string;
}

/**
 * The row of a file that this actor may read now: by the right of the record it belongs to, or as its bringer while
 * no record has taken it. Refuses with "not found" otherwise. A file about a person leaves an entry in the history.
 */
export async function readableFile({ tx, actor, id, today, now }: Asked): Promise<FileRow> {
  const row = found(await fileRow(tx, id));
  if (row.owner_kind === null || row.owner_id === null) {
    if (!actor.personId || actor.personId !== row.uploaded_by) throw notFound();
    return row;
  }
  const owner = found(fileOwnerOf(row.owner_kind));
  const question = { tx, actor, id: row.owner_id, today };
  if (!(await owner.mayRead(question))) throw notFound();
  const personId = await owner.personOf?.(question);
  if (personId) {
    const subject = { kind: 'files.file', id, personId };
    await appendHistory(tx, { act: 'read', useCase: 'files.download', actor, subject, at: now });
  }
  return row;
}
