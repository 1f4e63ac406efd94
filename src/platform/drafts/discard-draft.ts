import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

/** Throws a draft away; a use case that takes the finished form calls it in its own transaction. */
export async function dropDraft(
  tx: Tx,
  draft: { personId: string | null; form: string; subject?: string },
): Promise<void> {
  await sql`delete from platform.draft where person_id = ${draft.personId} and form = ${draft.form}
    and subject = ${draft.subject ?? ''}`.execute(tx);
}

export const discardDraft = useCase(contract.discardDraft, {
  right: 'drafts.draft.save',
  async run({ input, tx, actor }) {
    await dropDraft(tx, { personId: actor.personId, ...input });
    return {};
  },
});
