import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { queueStep, standing } from './next-step.ts';

export const remapImport = useCase(contract.remapImport, {
  right: 'needs.import.make',
  async run(args) {
    const { input, tx, change } = args;
    const row = await standing(args, ['read', 'refused', 'cancelled']);
    await sql`update needs.import set state = 'reading', fault = null, columns = ${JSON.stringify(input.columns)}::jsonb
      where id = ${input.id}`.execute(tx);
    const jobId = await queueStep(args, { ...row, step: 'read' });
    change({ subject: { kind: 'needs.import', id: input.id }, after: { columns: input.columns } });
    return { jobId };
  },
});
