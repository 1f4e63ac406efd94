import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofHost } from '../placements/own-placements.ts';
import { readSheet } from './read-sheet.ts';

export const getAppraisal = useCase(contract.getAppraisal, {
  right: 'practice.trainee.read',
  async run({ input, tx, actor, scope, today }) {
    const where = sql<boolean>`p.id = ${input.id} and ${ofHost(scope, actor)} and p.state not in ('requested', 'failed')`;
    const { filled, id: _, ...sheet } = found(await readSheet(tx, where, today));
    return { sheet, filled };
  },
  can: ({ may }) => ({ fill: may('practice.log.confirm') }),
  reads: ({ input }) => ({ kind: 'practice.placement', id: input.id }),
});
