import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

export const dropView = useCase(contract.dropView, {
  right: 'views.view.save',
  async run({ input, tx, actor }) {
    await sql`delete from platform.saved_view
      where person_id = ${actor.personId} and list = ${input.list} and name = ${input.name}`.execute(tx);
    return {};
  },
});
