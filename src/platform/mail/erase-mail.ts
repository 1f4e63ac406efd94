import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

/** Erases addresses and words of messages: of one person, or all older than a moment. The log stays. Gives how many. */
export async function eraseMail(tx: Tx, which: { personId: string } | { before: string }): Promise<number> {
  const { rows } =
    'personId' in which
      ? await sql`delete from platform.mail_content c using platform.mail m
          where m.id = c.mail_id and m.person_id = ${which.personId} returning c.mail_id`.execute(tx)
      : await sql`delete from platform.mail_content c using platform.mail m
          where m.id = c.mail_id and m.created_at < ${which.before} returning c.mail_id`.execute(tx);
  return rows.length;
}
