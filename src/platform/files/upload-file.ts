import { sql } from 'kysely';
import { inTransaction } from '../database/index.ts';
import { appendHistory } from '../history/append.ts';
import { settingsOn } from '../rules/setting-on.ts';
import { type Actor, dayIn, refuse, type World } from '../use-case/index.ts';
import { lockContent } from './file-row.ts';
import type { FileStore } from './file-store.ts';
import { cleanName, HEAD_BYTES, mediaTypeOf } from './media-type.ts';

const MEGABYTE = 1024 * 1024;
const DAY_MS = 86_400_000;

export interface Upload {
  name: string;
  /** The length the sender announced, null when it did not. */
  announced: number | null;
  content: AsyncIterable<Uint8Array>;
}

export interface UploadedFile {
  id: string;
  name: string;
  size: number;
  mediaType: string;
}

/** Passes the content on once its first bytes have said what it is; `seen` is told the media type. */
async function* checked(upload: Upload, name: string, seen: (mediaType: string) => void) {
  let head = Buffer.alloc(0);
  let known = false;
  for await (const chunk of upload.content) {
    if (known) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD_BYTES) continue;
    seen(mediaTypeOf(name, head));
    known = true;
    yield head;
  }
  if (known) return;
  seen(mediaTypeOf(name, head));
  yield head;
}

async function limitsOf(world: World, actor: Actor) {
  const today = dayIn(world.timeZone, world.now());
  const keys = ['files.mostMegabytes', 'files.mostWaiting'];
  const values = await settingsOn(world.db, keys, today);
  const since = new Date(world.now().getTime() - DAY_MS).toISOString();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.file
    where uploaded_by = ${actor.personId} and owner_kind is null and removed_at is null and at > ${since}`.execute(
    world.db,
  );
  return {
    bytes: Number(values['files.mostMegabytes']) * MEGABYTE,
    mostWaiting: Number(values['files.mostWaiting']),
    waiting: rows[0]?.n ?? 0,
  };
}

/**
 * Stores an uploaded file and its row. It belongs to nobody but its bringer until a record takes it (attachFile);
 * what no record takes within a day is swept away. An upload that breaks off leaves nothing.
 * Refuses: too large, too many waiting, a kind that is not taken, a content that is not what the name says.
 */
export async function uploadFile(
  world: World,
  store: FileStore,
  actor: Actor,
  upload: Upload,
): Promise<UploadedFile> {
  const limits = await limitsOf(world, actor);
  if (limits.waiting >= limits.mostWaiting)
    throw refuse('files:error.tooManyWaiting', { most: limits.mostWaiting }, { status: 429 });
  if ((upload.announced ?? 0) > limits.bytes)
    throw refuse('files:error.tooLarge', { limit: limits.bytes / MEGABYTE }, { status: 413 });
  const name = cleanName(upload.name);
  if (!name) throw refuse('files:error.noName', {}, { status: 400 });
  let mediaType = '';
  const seen = (found: string) => {
    mediaType = found;
  };
  const { hash, size } = await store.putFile(checked(upload, name, seen), limits.bytes);
  const id = world.newId();
  const now = world.now().toISOString();
  await inTransaction(world.db, async (tx) => {
    await lockContent(tx, hash);
    // between its storing and this lock a sweep may have taken an equal content for one that nobody needs
    if (!(await store.hasFile(hash))) throw refuse('files:error.again', {}, { status: 503 });
    await sql`insert into platform.file
        (id, sha256, size, media_type, name, uploaded_by, organisation_id, at)
      values (${id}, ${hash}, ${size}, ${mediaType}, ${name}, ${actor.personId}, ${actor.organisationId}, ${now})`.execute(
      tx,
    );
    const subject = { kind: 'files.file', id };
    await appendHistory(tx, {
      act: 'change',
      useCase: 'files.upload',
      actor,
      subject,
      after: { size },
      at: now,
    });
  });
  return { id, name, size, mediaType };
}
