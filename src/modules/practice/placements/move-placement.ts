import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofCollege } from './own-placements.ts';
import { lockFacts, stepPlacement } from './step-placement.ts';

export const movePlacement = useCase(contract.movePlacement, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, actor, scope } = args;
    const { id, event, expected, reason } = input;
    if (event === 'suspend' && !reason)
      throw refuse(
        'practice:error.sayWhy',
        {},
        { fields: [{ path: 'reason', key: 'practice:error.sayWhy' }] },
      );
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofCollege(scope, actor)}`);
    return { id, state: await stepPlacement(args, facts, event, { expected, reason }) };
  },
});
