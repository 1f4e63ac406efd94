import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Part {
  instance: object;
  result: object;
}

/** The frozen instances and the answers, one a line; people stand there by their ids. */
export const exportStaffing = useCase(contract.exportStaffing, {
  right: 'exams.staffing.read',
  async run({ input, tx }) {
    const { rows } = await sql<{
      hash: string | null;
      parts: Part[] | null;
    }>`select hash, parts from exams.staffing
      where id = ${input.id}`.execute(tx);
    const { hash, parts } = found(rows[0]);
    if (!hash || !parts) throw refuse('exams:staffing.error.notComputed', {}, { status: 409 });
    const lines = (pick: (part: Part) => object) =>
      `${parts.map((part) => JSON.stringify(pick(part))).join('\n')}\n`;
    return { hash, instances: lines(({ instance }) => instance), answers: lines(({ result }) => result) };
  },
  reads: ({ input }) => ({ kind: 'exams.staffing', id: input.id }),
});
