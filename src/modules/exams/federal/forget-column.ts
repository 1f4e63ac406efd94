import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** A heading that was understood wrongly: the next file asks about it anew. */
export const forgetFederalColumn = useCase(contract.forgetFederalColumn, {
  right: 'exams.federal.exchange',
  async run({ input, tx, change }) {
    const { rows } = await sql<{ field: string | null }>`delete from exams.federal_column
      where kind = ${input.kind} and heading = ${input.heading} returning field`.execute(tx);
    const { field } = found(rows[0]);
    change({
      subject: { kind: 'exams.federalColumn', id: `${input.kind}/${input.heading}` },
      before: { field },
    });
    return input;
  },
});
