import { peekLink } from '../../../platform/links/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** A command by method alone: the token stands in the body, never in an address that is logged. */
export const peekOutcome = useCase(contract.peekOutcome, {
  right: 'hiring.outcome.answer',
  async run({ input, tx, now }) {
    const peeked = await peekLink(tx, input.token, now);
    if (peeked.state !== 'open') return { open: false, months: null };
    return { open: true, months: Number(peeked.titleParams.months) || null };
  },
});
