import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { saveDraft } from './save-kit.ts';
import type { KitBody } from './schemas.ts';

export const applyKitFile = useCase(contract.applyKitFile, {
  right: 'exams.kit.edit',
  async run(args) {
    const { input, tx } = args;
    const { rows } = await sql<{
      content: { body: KitBody | null };
      kitId: string | null;
    }>`select content, kit_id as "kitId"
      from exams.kit_file where id = ${input.fileId} for update`.execute(tx);
    const file = found(rows[0]);
    const { body } = file.content;
    if (!body) throw refuse('exams:error.fileHasFaults', {}, { status: 409 });
    if (file.kitId) throw refuse('exams:error.fileApplied', {}, { status: 409 });
    const last = await sql<{
      id: string;
      code: string;
      state: string;
      rev: number;
    }>`select id, code, state, rev from exams.kit
      where code = ${body.code} order by edition desc limit 1 for update`.execute(tx);
    const saved = await saveDraft(args, body, last.rows[0] ?? null, false);
    await sql`update exams.kit_file set kit_id = ${saved.id} where id = ${input.fileId}`.execute(tx);
    return saved;
  },
});
