import { sql } from 'kysely';
import { peekLink, spendLink } from '../../../platform/links/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { subjectOf } from '../guardians/subject-of.ts';
import { readFacts } from '../placements/placement-facts.ts';
import { appraisalLink } from './appraisal-link.ts';
import { APPRAISED_IN, putAppraisal } from './put-appraisal.ts';

/** By a one-time link and its code. A sheet with a gap is refused whole, and then the link is not spent. */
export const sendAppraisal = useCase(contract.sendAppraisal, {
  right: 'practice.appraisal.answer',
  async run(args) {
    const { input, tx, now } = args;
    const { token, code, ...filled } = input;
    const id = await subjectOf(tx, token, appraisalLink.purpose);
    const [facts] = id ? await readFacts(tx, sql<boolean>`p.id = ${id}`, true) : [];
    const { state } = await peekLink(tx, token, now);
    if (!facts || state === 'unknown') return { done: false as const, why: 'unknown' as const };
    if (state === 'open' && !APPRAISED_IN.includes(facts.state))
      return { done: false as const, why: 'tooLate' as const };
    const spent = await spendLink(tx, { token, code, now });
    if (!spent.spent)
      return {
        done: false as const,
        why: spent.why,
        ...('triesLeft' in spent ? { triesLeft: spent.triesLeft } : {}),
      };
    const { positive, student } = await putAppraisal(args, facts, filled, {
      how: 'link',
      filledBy: spent.personId,
    });
    return { done: true as const, student, positive };
  },
});
