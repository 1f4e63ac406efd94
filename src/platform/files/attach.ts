import { sql } from 'kysely';
import { found, refuse, stale } from '../use-case/refusal.ts';
import type { RunArgs } from '../use-case/use-case.ts';
import { type FileRow, fileRow } from './file-row.ts';

export type FileArgs = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'change'>;

export interface RecordName {
  /** `<room>.<noun>`, declared by defineFileOwner. */
  kind: string;
  id: string;
}

/**
 * Gives an uploaded file to a record, in the caller's transaction; the caller has checked that the actor may change
 * the record. Only who brought the file may give it away, and only once. Gives the row, e.g. for its SHA-256.
 */
export async function attachFile(args: FileArgs, fileId: string, record: RecordName): Promise<FileRow> {
  const { tx, actor, now, change } = args;
  const row = found(await fileRow(tx, fileId, true));
  if (row.owner_kind === record.kind && row.owner_id === record.id) return row;
  if (row.owner_kind !== null) throw stale();
  if (!actor.personId || row.uploaded_by !== actor.personId)
    throw refuse('files:error.notYours', {}, { status: 403 });
  await sql`update platform.file set owner_kind = ${record.kind}, owner_id = ${record.id}, attached_at = ${now}
    where id = ${fileId}`.execute(tx);
  change({ subject: record, after: { file: { id: fileId, name: row.name, sha256: row.sha256 } } });
  return { ...row, owner_kind: record.kind, owner_id: record.id };
}

/** Takes one file away from its record; its content goes with the next sweep when nothing else names it. */
export async function takeFileAway(args: FileArgs, fileId: string): Promise<void> {
  const { tx, actor, now, change } = args;
  const row = found(await fileRow(tx, fileId, true));
  await sql`update platform.file set removed_at = ${now}, removed_by = ${actor.personId}
    where id = ${fileId}`.execute(tx);
  const subject = row.owner_kind
    ? { kind: row.owner_kind, id: row.owner_id ?? '' }
    : { kind: 'files.file', id: fileId };
  change({ subject, before: { file: { id: fileId, name: row.name, sha256: row.sha256 } } });
}

/** All files of a record that is being erased; gives their number. For retention duties. */
export async function takeFilesOf(
  { tx, now }: Pick<FileArgs, 'tx' | 'now'>,
  kind: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql`update platform.file set removed_at = ${now}
    where owner_kind = ${kind} and owner_id in (${sql.join(ids)}) and removed_at is null returning id`.execute(
    tx,
  );
  return rows.length;
}
