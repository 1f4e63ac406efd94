import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../database/index.ts';
import { saltedHash } from '../history/index.ts';
import { type Locale, type Params, translateId } from '../i18n/index.ts';
import { enqueueJob, type Queued } from '../jobs/index.ts';
import { refuse } from '../use-case/index.ts';
import type { MailDefinition } from './define-mail.ts';

/** The job that sends; its `run` knows the server and is made by `mailJob`. */
export const SEND_MAIL: Queued<{ mailId: string }> = {
  name: 'mail.send',
  titleKey: 'mail:job.send',
  lane: 'quick',
  link: null,
};

export interface Letter {
  to: string;
  params?: Params;
  locale?: Locale;
  /** Whose address it is, when that is a person of the region. */
  personId?: string | null;
  now: string;
  newId(): string;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Writes a message into the log and queues its sending, in the caller's transaction: rolled back, it never goes.
 * Gives its id. An address that is not one is refused here, where its writer can still be told.
 */
export async function queueMail(tx: Tx, mail: MailDefinition, letter: Letter): Promise<string> {
  const { to, params = {}, locale = 'ru', personId = null, now, newId } = letter;
  if (!z.email().safeParse(to).success) throw refuse('mail:error.badAddress', {});
  const id = newId();
  const salt = randomBytes(16).toString('hex');
  const subject = oneLine(translateId(locale, mail.subjectKey, params));
  const body = translateId(locale, mail.bodyKey, params);
  await sql`insert into platform.mail (id, template, locale, person_id, content_hash, created_at)
    values (${id}, ${mail.id}, ${locale}, ${personId}, ${saltedHash(salt, { to, params })}, ${now})`.execute(
    tx,
  );
  await sql`insert into platform.mail_content (mail_id, salt, address, subject, body, secret)
    values (${id}, ${salt}, ${to}, ${subject}, ${body}, ${mail.secret})`.execute(tx);
  await enqueueJob(tx, SEND_MAIL, { mailId: id }, { newId, now });
  return id;
}
