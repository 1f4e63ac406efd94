import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofHost } from '../placements/own-placements.ts';
import { lockFacts } from '../placements/step-placement.ts';
import { putAppraisal } from './put-appraisal.ts';

export const fillAppraisal = useCase(contract.fillAppraisal, {
  right: 'practice.log.confirm',
  async run(args) {
    const { input, actor, scope } = args;
    const { id, ...filled } = input;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofHost(scope, actor)}`);
    const { positive } = await putAppraisal(args, facts, filled, {
      how: 'account',
      filledBy: actor.personId,
    });
    return { id, positive };
  },
});
