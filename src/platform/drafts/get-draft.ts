import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

export const getDraft = useCase(contract.getDraft, {
  right: 'drafts.draft.read',
  async run({ input, tx, actor }) {
    const { rows } = await sql<{ version: number; content: Record<string, unknown>; savedAt: string }>`
      select version, content, saved_at as "savedAt" from platform.draft
      where person_id = ${actor.personId} and form = ${input.form} and subject = ${input.subject}`.execute(
      tx,
    );
    return { draft: rows[0] ?? null };
  },
});
