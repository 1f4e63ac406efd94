import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { peekLink } from './peek-link.ts';
import { spendLink } from './spend-link.ts';

/**
 * Confirms by the button of the common page. Invitations and answers are spent by their own use cases, which take
 * more than a button. The module that issued the link hears `links.spent` and writes down what was given.
 */
export const spend = useCase(contract.spend, {
  right: 'links.link.use',
  async run({ input, tx, now, emit, change }) {
    const peeked = await peekLink(tx, input.token, now);
    if (peeked.state === 'open' && peeked.page !== null)
      return { spent: false as const, why: 'ownPage' as const };
    const answer = await spendLink(tx, { token: input.token, code: input.code ?? null, now });
    if (!answer.spent) return answer;
    const { id, purpose, gives, subject, personId } = answer;
    change({
      subject: { kind: subject.kind, id: subject.id, personId },
      after: { link: id, purpose, gives },
    });
    emit('links.spent', { linkId: id, purpose, gives, subject, personId });
    return { spent: true as const, gives };
  },
});
