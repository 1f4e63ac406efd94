import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { putConsent } from '../placements/put-consent.ts';
import { lockFacts } from '../placements/step-placement.ts';

/** To leave home is the student's own decision; it can be taken back until the practice starts. */
export const answerLeaving = useCase(contract.answerLeaving, {
  right: 'practice.own.write',
  async run(args) {
    const { input, actor, today } = args;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${input.id} and p.person_id = ${actor.personId}`);
    if (!['slot_reserved', 'contract_ok', 'cleared'].includes(facts.state))
      throw refuse('practice:error.tooLateToAnswer', {}, { status: 409 });
    if (input.answer === 'withdrawn' && facts.leaveHome !== 'given')
      throw refuse('practice:error.nothingToWithdraw', {}, { status: 409 });
    await putConsent(args, facts, {
      kind: 'leave_home',
      answer: input.answer,
      by: null,
      how: 'account',
      on: today,
    });
    return { id: input.id };
  },
});
