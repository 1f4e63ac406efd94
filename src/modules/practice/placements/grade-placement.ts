import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { outcomeOf } from './outcome-of.ts';
import { ofCollege } from './own-placements.ts';
import { lockFacts, stepPlacement } from './step-placement.ts';

export const gradePlacement = useCase(contract.gradePlacement, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope, today } = args;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${input.id} and ${ofCollege(scope, actor)}`);
    const state = await stepPlacement(args, { ...facts, grade: input.grade }, 'grade');
    await sql`update practice.placement set grade = ${input.grade}, graded_on = ${today} where id = ${input.id}`.execute(
      tx,
    );
    await sql`insert into practice.outcome (placement_id, result, on_day, noted_by) values (${input.id}, 'finished', ${today}, ${actor.personId})
      on conflict (placement_id) do nothing`.execute(tx);
    args.emit('practice.outcome', outcomeOf(facts, 'finished', null));
    return { id: input.id, state };
  },
});
