import { sql } from 'kysely';
import { refuse, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

/** A choice of filters and columns, not a store of files. */
const MOST_BYTES = 20_000;
const MOST_VIEWS = 50;

export const saveView = useCase(contract.saveView, {
  right: 'views.view.save',
  async run({ input, tx, actor, now }) {
    const { list, name } = input;
    const content = JSON.stringify(input.content);
    if (Buffer.byteLength(content) > MOST_BYTES) throw refuse('views:error.tooLarge', {}, { status: 413 });
    const { rows } = await sql<{ name: string }>`select name from platform.saved_view
      where person_id = ${actor.personId} and list = ${list} order by name for update`.execute(tx);
    if (rows.length >= MOST_VIEWS && !rows.some((one) => one.name === name))
      throw refuse('views:error.tooMany', { most: MOST_VIEWS });
    await sql`insert into platform.saved_view (person_id, list, name, content, saved_at)
      values (${actor.personId}, ${list}, ${name}, ${content}::jsonb, ${now})
      on conflict (person_id, list, name) do update set content = excluded.content, saved_at = excluded.saved_at`.execute(
      tx,
    );
    return {};
  },
});
