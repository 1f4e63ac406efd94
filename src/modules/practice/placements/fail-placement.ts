import { sql } from 'kysely';
import { type RunArgs, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { giveUnitBack } from '../offers/units.ts';
import { outcomeOf } from './outcome-of.ts';
import { ofCollege } from './own-placements.ts';
import type { Facts } from './placement-facts.ts';
import type { SIDES } from './schemas.ts';
import { settleEnded } from './settle-tasks.ts';
import { dropMentor, lockFacts, stepPlacement } from './step-placement.ts';

/** The unit is free again from today on (days that were used stay taken), the mentor's ties end, the side is noted. */
export const failPlacement = useCase(contract.failPlacement, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, actor, scope } = args;
    const { id, side, reason } = input;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofCollege(scope, actor)}`);
    await endPlacement(args, facts, { side, reason });
    return { id };
  },
});

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'emit' | 'change'>;

/** Ends a placement that is locked. A round's repair ends by this too. */
export async function endPlacement(
  args: Args,
  facts: Facts,
  { side, reason }: { side: (typeof SIDES)[number]; reason: string },
): Promise<void> {
  const { tx, actor, today, emit } = args;
  const { id } = facts;
  await stepPlacement(args, facts, 'fail', { reason });
  const from = facts.from > today ? facts.from : today;
  await giveUnitBack(tx, { offerId: facts.offerId, from, to: facts.to });
  await dropMentor(args, id, from, reason);
  await settleEnded(tx, facts, args.now);
  await sql`insert into practice.outcome (placement_id, result, side, reason, on_day, noted_by)
    values (${id}, 'failed', ${side}, ${reason}, ${today}, ${actor.personId})
    on conflict (placement_id) do update set result = 'failed', side = excluded.side, reason = excluded.reason,
      on_day = excluded.on_day, noted_by = excluded.noted_by`.execute(tx);
  emit('practice.outcome', outcomeOf(facts, 'failed', side));
}
