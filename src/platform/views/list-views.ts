import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

export const listViews = useCase(contract.listViews, {
  right: 'views.view.read',
  async run({ input, tx, actor }) {
    const { rows } = await sql<{ name: string; content: Record<string, unknown> }>`select name, content
      from platform.saved_view where person_id = ${actor.personId} and list = ${input.list} order by name`.execute(
      tx,
    );
    return { rows };
  },
});
