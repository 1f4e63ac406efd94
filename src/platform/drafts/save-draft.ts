import { sql } from 'kysely';
import { found, refuse, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

/** A form's text, not a store of files. */
const MOST_BYTES = 200_000;
const MOST_DRAFTS = 100;

export const saveDraft = useCase(contract.saveDraft, {
  right: 'drafts.draft.save',
  async run({ input, tx, actor, now }) {
    const { form, subject, version } = input;
    const content = JSON.stringify(input.content);
    const bytes = Buffer.byteLength(content);
    if (bytes > MOST_BYTES)
      throw refuse(
        'drafts:error.tooLarge',
        { kilobytes: Math.ceil(bytes / 1000), most: MOST_BYTES / 1000 },
        { status: 413 },
      );

    const { rows: kept } = await sql<{ form: string; subject: string; version: number }>`
      select form, subject, version from platform.draft where person_id = ${actor.personId}
      order by form, subject for update`.execute(tx);
    const mine = kept.find((one) => one.form === form && one.subject === subject);
    if (mine && mine.version !== version) throw refuse('drafts:error.otherTab', {}, { status: 409 });
    if (!mine && kept.length >= MOST_DRAFTS) throw refuse('drafts:error.tooMany', { most: MOST_DRAFTS });

    const { rows } = await sql<{ version: number; savedAt: string }>`
      insert into platform.draft as d (person_id, form, subject, version, content, saved_at)
      values (${actor.personId}, ${form}, ${subject}, 1, ${content}::jsonb, ${now})
      on conflict (person_id, form, subject) do update
        set version = d.version + 1, content = excluded.content, saved_at = excluded.saved_at
        where d.version = ${version}
      returning version, saved_at as "savedAt"`.execute(tx);
    // no row: another tab came first between the look and the write
    if (rows.length === 0) throw refuse('drafts:error.otherTab', {}, { status: 409 });
    return found(rows[0]);
  },
});
