import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

export const listDrafts = useCase(contract.listDrafts, {
  right: 'drafts.draft.read',
  async run({ tx, actor }) {
    const { rows } = await sql<{ form: string; subject: string; savedAt: string }>`
      select form, subject, saved_at as "savedAt" from platform.draft
      where person_id = ${actor.personId} order by saved_at desc, form, subject`.execute(tx);
    return { rows };
  },
});
