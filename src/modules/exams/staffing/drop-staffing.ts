import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const dropStaffing = useCase(contract.dropStaffing, {
  right: 'exams.staffing.lead',
  async run({ input, tx, change }) {
    const { rows } = await sql<{ id: string }>`update exams.staffing set state = 'dropped', rev = rev + 1
      where id = ${input.id} and state in ('proposed', 'failed') returning id`.execute(tx);
    change({ subject: { kind: 'exams.staffing', id: found(rows[0]).id }, after: { state: 'dropped' } });
    return { id: input.id };
  },
});
