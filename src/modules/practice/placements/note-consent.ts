import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofCollege } from './own-placements.ts';
import { putConsent } from './put-consent.ts';
import { lockFacts } from './step-placement.ts';

/** A consent on paper, entered by the college: who signed is named. */
export const noteConsent = useCase(contract.noteConsent, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, actor, scope, today } = args;
    const { id, kind, answer, by, on } = input;
    const at = (path: string, key: string) => refuse(key, {}, { fields: [{ path, key }] });
    if (on > today) throw at('on', 'practice:error.notYet');
    if (answer !== 'asked' && !by) throw at('by', 'practice:error.whoSigned');
    if (answer === 'given' && !input.original) throw at('original', 'practice:error.originalNeeded');
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofCollege(scope, actor)}`);
    const before = kind === 'guardian' ? facts.guardian : facts.leaveHome;
    if (answer === 'withdrawn' && before !== 'given')
      throw refuse('practice:error.nothingToWithdraw', {}, { status: 409 });
    await putConsent(args, facts, { kind, answer, by, how: 'paper', on });
    if (answer === 'given')
      await sql`update practice.consent set original_on = ${today} where placement_id = ${id} and kind = ${kind}`.execute(
        args.tx,
      );
    return { id };
  },
});
