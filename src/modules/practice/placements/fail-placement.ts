import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { giveUnitBack } from '../offers/units.ts';
import { ofCollege } from './own-placements.ts';
import { dropMentor, lockFacts, stepPlacement } from './step-placement.ts';

/** The unit is free again from today on (days that were used stay taken), the mentor's ties end, the side is noted. */
export const failPlacement = useCase(contract.failPlacement, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope, today, emit } = args;
    const { id, side, reason } = input;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofCollege(scope, actor)}`);
    await stepPlacement(args, facts, 'fail', { reason });
    const from = facts.from > today ? facts.from : today;
    await giveUnitBack(tx, { offerId: facts.offerId, from, to: facts.to });
    await dropMentor(args, id, from, reason);
    await sql`insert into practice.outcome (placement_id, result, side, reason, on_day, noted_by)
      values (${id}, 'failed', ${side}, ${reason}, ${today}, ${actor.personId})
      on conflict (placement_id) do update set result = 'failed', side = excluded.side, reason = excluded.reason,
        on_day = excluded.on_day, noted_by = excluded.noted_by`.execute(tx);
    emit('practice.outcome', { id, result: 'failed', side });
    return { id };
  },
});
