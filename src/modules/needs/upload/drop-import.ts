import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { standing } from './next-step.ts';

export const dropImport = useCase(contract.dropImport, {
  right: 'needs.import.make',
  async run(args) {
    const { input, tx, change } = args;
    const { fileName } = await standing(args, ['read', 'refused', 'cancelled']);
    await sql`delete from needs.import where id = ${input.id}`.execute(tx);
    change({ subject: { kind: 'needs.import', id: input.id }, before: { file: fileName } });
    return {};
  },
});
