import { sql } from 'kysely';
import { defineFileOwner, type FileQuestion } from '../../../platform/files/index.ts';
import { visible } from './visible.ts';

async function reaches({ tx, actor, id }: FileQuestion, right: string, more = sql`true`): Promise<boolean> {
  const scope = actor.rights[right];
  if (!scope) return false;
  const { rows } = await sql`select 1 from agreements.agreement a
    where a.id = ${id} and ${visible(scope, actor)} and ${more}`.execute(tx);
  return rows.length > 0;
}

/** Scans of the signed paper: whoever sees the agreement sees them, who records signatures brings them. */
export const agreementScans = defineFileOwner({
  kind: 'agreements.agreement',
  mayRead: (question) => reaches(question, 'agreements.agreement.read'),
  mayChange: (question) => reaches(question, 'agreements.agreement.sign', sql`a.state <> 'draft'`),
});
