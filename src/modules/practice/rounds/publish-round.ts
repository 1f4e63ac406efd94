import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { checkInput } from './check-input.ts';
import { stepRound, thawOffers } from './move-round.ts';
import { type Assigned, placeResult } from './place-result.ts';
import { lockRound } from './round-row.ts';

/** Publishes the drawn result: seed, borders, everybody's own reasons, and the placements, all at once or nothing. */
export const publishRound = useCase(contract.publishRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, now } = args;
    const round = await lockRound(tx, input.id, args);
    await stepRound(args, round, 'publish');
    await checkInput(tx, round);
    await thawOffers(args, round.id);
    const { rows } =
      await sql<Assigned>`select w.student_id as "studentId", e.plan_id as "planId", w.offer_id as "offerId"
      from practice.round_result w
      join practice.round_entry e on e.round_id = w.round_id and e.student_id = w.student_id
      where w.round_id = ${round.id} and w.run = ${round.run} and w.offer_id is not null`.execute(tx);
    const placed = await placeResult(args, rows);
    await sql`update practice.round set published_at = ${now}, rev = rev + 1 where id = ${round.id}`.execute(
      tx,
    );
    args.change({
      subject: { kind: 'practice.round', id: round.id, organisationId: round.organisationId },
      after: { placed, run: round.run },
    });
    return { id: round.id, placed };
  },
});
