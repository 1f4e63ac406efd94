import { spendLink } from '../../../platform/links/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { outcomeLink } from '../tasks.ts';
import { writeOutcome } from './write-outcome.ts';

/** A graduate's own answer. A bad link is answered, not refused: the count of wrong tries has to be kept. */
export const answerOutcome = useCase(contract.answerOutcome, {
  right: 'hiring.outcome.answer',
  async run(args) {
    const { input, tx, now } = args;
    const { token, ...answer } = input;
    const spent = await spendLink(tx, { token, now });
    if (!spent.spent) return { answered: false, why: spent.why };
    if (spent.purpose !== outcomeLink.purpose) return { answered: false, why: 'unknown' };
    await writeOutcome({ ...args, by: spent.personId }, spent.subject.id, 'link', answer);
    return { answered: true, why: null };
  },
});
