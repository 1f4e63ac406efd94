import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadPlan } from '../plans/load-plan.ts';
import { readFacts } from './placement-facts.ts';
import { advance } from './step-placement.ts';

export const advanceAll = useCase(contract.advanceAll, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const plan = await loadPlan(tx, { id: input.id, scope, actor, lock: true });
    const all = await readFacts(
      tx,
      sql<boolean>`p.plan_id = ${plan.id} and p.state not in ('failed', 'graded', 'archived')`,
      true,
    );
    let moved = 0;
    for (const facts of all.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      if ((await advance(args, facts)).length > 0) moved += 1;
    return { moved, waiting: all.length - moved };
  },
});
